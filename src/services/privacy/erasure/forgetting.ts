import pg from 'pg'
import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { outcomeOf, type PersonInTable, personalColumns, subjects, type Table } from '../../../privacy/table.ts'
import { type Fate, REMOVED } from '../../../privacy/vocabulary.ts'
import { recognisable } from '../read-back/residue.ts'
import { isHeld, isLinked, namedAs, namesThem } from '../whose.ts'

/** A person's id, their threads, and patterns: of what tells who they are anywhere, and of that with their first name. */
export type Bind = { person: string; threads: string[]; full: string; any: string }

/** Takes the rows that name them in one of these parts, but for what a legal hold keeps. Answers how many. */
export async function remove(table: Table, parts: PersonInTable[], bind: Bind) {
  const statement = `delete from ${quoted(table.name)} as t where ${namedAs(parts, table)} and not ${isHeld(table)}`
  return (await sql(statement, bind)).count
}

/**
 * Takes the person out of rows that stay: each is written once, and read back as it is written, so that it costs the
 * same in a database of any size. Answers in how many they can be recognised all the same.
 */
export async function rewrite(table: Table, bind: Bind) {
  const changes = [...withoutTheirId(table), ...withoutWhatIsTheirs(table), ...withoutTheirNames(table)]
  const { rows } = await sql<{ recognisable: boolean }>(
    `update ${quoted(table.name)} as t set ${changes.join(', ')}
     where ${isLinked(table)} and (${namesThem(table)} or ${mentionsThem(table)}) and not ${isHeld(table)}
     returning ${recognisable(table)} as recognisable`,
    bind,
  )
  return rows.filter((row) => row.recognisable).length
}

/** Whether rows outlive the person, although those go in which they play one of these parts. */
export function staysInPart(table: Table, parts: PersonInTable[]) {
  return parts.length < table.people.length || scrubbedIn(table).length > 0
}

/** A record under a legal hold keeps every word. Only the column that named them is emptied, as they are no more. */
export async function letGo(table: Table, bind: Bind) {
  const statement = `update ${quoted(table.name)} as t set ${withoutTheirId(table).join(', ')}
    where ${namesThem(table)} and ${isHeld(table)}`
  return (await sql(statement, bind)).count
}

/** Empties what was kept of somebody who is no more: rows go as declared, texts as a whole, as no name is left to find. */
export async function blank(table: Table, by: string, id: string) {
  const [name, which] = [quoted(table.name), `${by} = $id and not ${isHeld(table)}`]
  const going = subjects(table).filter(({ role }) => outcomeOf(table, role) !== 'anonymised')
  const nobodys = going.map(({ column }) => `${columnIn(table, column)} is null`)
  if (nobodys.length > 0) await sql(`delete from ${name} as t where ${which} and (${nobodys.join(' or ')})`, { id })

  const changes = table.people.flatMap(({ column: person, owns }) =>
    owns.flatMap(({ column, onErasure }) => {
      const value = onErasure?.is === 'scrubbed' ? pg.escapeLiteral(REMOVED) : onErasure && valueAfter(onErasure)
      return value ? changeIf(`t.${columnIn(table, person)} is null`, columnIn(table, column), value) : []
    }),
  )
  if (changes.length > 0) await sql(`update ${name} as t set ${changes.join(', ')} where ${which}`, { id })
}

function withoutTheirId(table: Table) {
  return table.people.map(({ column }) => {
    const name = columnIn(table, column)
    return `${name} = nullif(t.${name}, $person)`
  })
}

function withoutWhatIsTheirs(table: Table) {
  return table.people.flatMap(({ column: person, owns }) =>
    owns.flatMap(({ column, onErasure }) => {
      const value = onErasure && valueAfter(onErasure)
      return value ? changeIf(`t.${columnIn(table, person)} = $person`, columnIn(table, column), value) : []
    }),
  )
}

function changeIf(condition: string, column: string, value: string) {
  return `${column} = case when ${condition} then ${value} else t.${column} end`
}

/** Whoever wrote it. */
function withoutTheirNames(table: Table) {
  return scrubbedIn(table).map((name) => `${name} = regexp_replace(t.${name}, $any, '${REMOVED}', 'gi')`)
}

function mentionsThem(table: Table) {
  return (
    scrubbedIn(table)
      .map((name) => `t.${name} ~* $any`)
      .join(' or ') || 'false'
  )
}

function scrubbedIn(table: Table) {
  return personalColumns(table)
    .filter(({ onErasure }) => onErasure?.is === 'scrubbed')
    .map(({ column }) => columnIn(table, column))
}

function valueAfter(fate: Fate) {
  if (fate.is === 'cleared') return 'null'
  return fate.is === 'replaced' ? pg.escapeLiteral(fate.by) : undefined
}
