import pg from 'pg'
import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { personalColumns, type Table } from '../../../privacy/table.ts'
import { type Fate, REMOVED } from '../../../privacy/vocabulary.ts'
import { recognisable } from '../read-back/residue.ts'
import { isHeld, isLinked, isNobodys, isTheirs, namesThem } from '../whose.ts'

/** A person's id, their threads, and patterns: of what tells who they are anywhere, and of that with their first name. */
export type Bind = { person: string; threads: string[]; full: string; any: string }

/** Takes the rows that are theirs, but for what a legal hold keeps. Answers how many. */
export async function remove(table: Table, bind: Bind) {
  const statement = `delete from ${quoted(table.name)} as t where ${isTheirs(table)} and not ${isHeld(table)}`
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

/** Whether rows outlive the person: all of them, or those of others that name them. */
export function staysInPart(table: Table, outcome: Table['onErasure']) {
  return outcome !== 'deleted' || table.people.some(({ onDuty }) => onDuty) || scrubbedIn(table).length > 0
}

/** A record under a legal hold keeps every word. Only the column that named them is emptied, as they are no more. */
export async function letGo(table: Table, bind: Bind) {
  const statement = `update ${quoted(table.name)} as t set ${withoutTheirId(table).join(', ')}
    where ${namesThem(table)} and ${isHeld(table)}`
  return (await sql(statement, bind)).count
}

/** Empties what was kept of nobody any more: rows go as declared, and texts as a whole, since no name is left to find. */
export async function blank(table: Table, by: string, id: string) {
  const [name, which] = [quoted(table.name), `${by} = $id and ${isNobodys(table)} and not ${isHeld(table)}`]
  if (table.onErasure !== 'anonymised') return sql(`delete from ${name} as t where ${which}`, { id })

  const changes = personalColumns(table).flatMap(({ column, onErasure }) => {
    const value = onErasure?.is === 'scrubbed' ? pg.escapeLiteral(REMOVED) : onErasure && valueAfter(onErasure)
    return value ? `${columnIn(table, column)} = ${value}` : []
  })
  return sql(`update ${name} as t set ${changes.join(', ')} where ${which}`, { id })
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
      const name = columnIn(table, column)
      const theirs = `t.${columnIn(table, person)} = $person`
      return value ? `${name} = case when ${theirs} then ${value} else t.${name} end` : []
    }),
  )
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
