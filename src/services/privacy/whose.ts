import { columnOf, quoted, sql } from '../../lib/sql.ts'
import { dataMap } from '../../privacy/data-map.ts'
import { isAboutPeople, type PersonInTable, type Table } from '../../privacy/table.ts'

/** SQL about the rows of a table, of which $person is the id of somebody. */

/** Rows that are about the person. */
export function isTheirs(table: Table) {
  return anyOf(
    table,
    table.people.filter(({ onDuty }) => !onDuty),
  )
}

/** Rows whose person is no more. */
export function isNobodys(table: Table) {
  const owners = table.people.filter(({ onDuty }) => !onDuty)
  return owners.map(({ column }) => `${quoted(columnOf(table, column))} is null`).join(' and ')
}

/** Rows that name the person in any part: as whoever they are about, or as whoever of us was on duty. */
export function namesThem(table: Table) {
  return anyOf(table, table.people)
}

/** Rows in which somebody can have called the person by name: those that name them, and $threads they took part in. */
export function isLinked(table: Table) {
  const by = hasThreads(table) && (table.partOf ? quoted(columnOf(table, table.partOf.by)) : keyOf(table))
  return by ? `(${namesThem(table)} or ${by} = any($threads::uuid[]))` : namesThem(table)
}

/** The tickets, conversations and the like in which any row names the person: asked for before the first name goes. */
export async function threadsOf(person: { id: string }) {
  const sources = dataMap
    .filter((table) => hasThreads(table) && table.people.length > 0)
    .map((table) => {
      const by = table.partOf?.by ?? table.model.primaryKeyAttribute
      return `select ${quoted(columnOf(table, by))} as id from ${quoted(table.name)} where ${namesThem(table)}`
    })
  const { rows } = await sql<{ id: string | null }>(sources.join(' union '), { person: person.id })
  return rows.flatMap(({ id }) => id ?? [])
}

/** What may be kept for a claim while its person goes. Anything else can only be kept together with them. */
export function canOutlast(table: Table) {
  return isAboutPeople(table) && (table.onErasure !== 'deleted' || table.partOf !== undefined)
}

/** Rows, called t, that a legal hold keeps as they are: it names them, or what they are part of. */
export function isHeld(table: Table) {
  if (!canOutlast(table)) return 'false'
  const own = `table_name = '${table.name}' and record_id = t.${keyOf(table)}`
  const parent =
    table.partOf && `table_name = '${table.partOf.table}' and record_id = t.${quoted(columnOf(table, table.partOf.by))}`
  const either = [own, parent].filter(Boolean).map((condition) => `(${condition})`)
  return `exists (select from legal_holds where released_at is null and (${either.join(' or ')}))`
}

export function keyOf(table: Table) {
  return quoted(columnOf(table, table.model.primaryKeyAttribute))
}

function hasThreads(table: Table) {
  return table.partOf !== undefined || dataMap.some(({ partOf }) => partOf?.table === table.name)
}

function anyOf(table: Table, people: PersonInTable[]) {
  return `(${people.map(({ column }) => `${quoted(columnOf(table, column))} = $person`).join(' or ') || 'false'})`
}
