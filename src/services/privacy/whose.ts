import { columnIn, quoted, sql } from '../../lib/sql.ts'
import { dataMap } from '../../privacy/data-map.ts'
import { isAboutPeople, type PeopleTable, type PersonInTable, subjects, type Table } from '../../privacy/table.ts'

/** SQL about the rows of a table, of which $person is the id of somebody. */

/** Rows that are about the person. */
export function isTheirs(table: Table) {
  return namedAs(subjects(table), table)
}

/** Rows in which the person plays a part, but for those of which they are not to know yet. */
export function isKnownAs({ role, column }: PersonInTable, table: PeopleTable, person = '$person') {
  const until = table.hiddenUntil?.[role]
  const known = until ? ` and ${columnIn(table, until)} is not null` : ''
  return `(${columnIn(table, column)} = ${person}${known})`
}

/** The same, whatever their part. */
export function isKnownTo(table: PeopleTable, person?: string) {
  return `(${subjects(table)
    .map((subject) => isKnownAs(subject, table, person))
    .join(' or ')})`
}

/** Rows that name the person in one of these parts. */
export function namedAs(people: PersonInTable[], table: Table) {
  return `(${people.map(({ column }) => `${columnIn(table, column)} = $person`).join(' or ') || 'false'})`
}

/** Rows that name the person in any part: as whoever they are about, or as whoever of us was on duty. */
export function namesThem(table: Table) {
  return namedAs(table.people, table)
}

/** Rows in which somebody can have called the person by name: those that name them, and $threads they took part in. */
export function isLinked(table: Table) {
  const by = hasThreads(table) && (table.partOf ? columnIn(table, table.partOf.by) : keyOf(table))
  return by ? `(${namesThem(table)} or ${by} = any($threads::uuid[]))` : namesThem(table)
}

/** The tickets, conversations and the like in which any row names the person: asked for before the first name goes. */
export async function threadsOf(person: { id: string }) {
  const sources = dataMap
    .filter((table) => hasThreads(table) && table.people.length > 0)
    .map((table) => {
      const by = table.partOf?.by ?? table.model.primaryKeyAttribute
      return `select ${columnIn(table, by)} as id from ${quoted(table.name)} where ${namesThem(table)}`
    })
  const { rows } = await sql<{ id: string | null }>(sources.join(' union '), { person: person.id })
  return rows.flatMap(({ id }) => id ?? [])
}

/** What may be kept for a claim while its person goes. Anything else can only be kept together with them. */
export function canOutlast(table: Table) {
  return isAboutPeople(table) && (table.onErasure !== 'deleted' || table.partOf !== undefined)
}

/** Rows, called t, that a legal hold keeps as they are while their person goes. */
export function isHeld(table: Table) {
  return canOutlast(table) ? hasHold(table) : 'false'
}

/** Rows, called t, that a legal hold names, or whose whole it names. */
export function hasHold(table: Table) {
  const own = `table_name = '${table.name}' and record_id = t.${keyOf(table)}`
  const { partOf } = table
  const whole = partOf && `table_name = '${partOf.table}' and record_id = t.${columnIn(table, partOf.by)}`
  const either = [own, whole].filter(Boolean).map((condition) => `(${condition})`)
  return `exists (select from legal_holds where released_at is null and (${either.join(' or ')}))`
}

export function keyOf(table: Table) {
  return columnIn(table, table.model.primaryKeyAttribute)
}

function hasThreads(table: Table) {
  return table.partOf !== undefined || dataMap.some(({ partOf }) => partOf?.table === table.name)
}
