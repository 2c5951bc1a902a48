import { columnOf, kindOf, quoted } from '../../../lib/sql.ts'
import type { Table } from '../../../privacy/table.ts'
import { identifies } from './identifiers.ts'

/** Whether a row, called t, still tells who the person of the pattern is, in a column that was not declared to. */
export function recognisable(table: Table) {
  const columns = Object.entries(table.columns).filter(([, { privacy }]) => !isKept(privacy))
  const texts = columns.map(([column]) =>
    searchable(table, columnOf(table, column), kindOf(table, column).startsWith('JSON')),
  )
  return `concat_ws(E'\\n', ${texts.join(', ')}) ~* $full`
}

/** A column as text to search. Null where somebody else's name or address stands: a namesake keeps theirs. */
export function searchable(table: Table | undefined, name: string, isJson = false) {
  const column = `t.${quoted(name)}`
  const text = isJson ? withoutEscapes(column) : `${column}::text`
  const owner = table && ownerOf(table, name)
  return owner ? `case when t.${quoted(owner)} is null then ${text} end` : text
}

/** Whether erasure leaves a column as it is, and says why. */
export function isDeclaredKept(table: Table | undefined, name: string) {
  const declared = table && Object.entries(table.columns).find(([column]) => columnOf(table, column) === name)
  return declared !== undefined && isKept(declared[1].privacy)
}

function isKept(privacy: Table['columns'][string]['privacy']) {
  return privacy.is === 'personal' && privacy.onErasure?.is === 'kept'
}

function ownerOf(table: Table, name: string) {
  const owner = table.people.find(({ owns }) =>
    owns.some((own) => identifies(own) && columnOf(table, own.column) === name),
  )
  return owner && columnOf(table, owner.column)
}

/** In JSON a line break before a name is written \n, and would pass for its first letter. */
function withoutEscapes(column: string) {
  return `regexp_replace(${column}::jsonb::text, '\\\\(u....|.)', ' ', 'g')`
}
