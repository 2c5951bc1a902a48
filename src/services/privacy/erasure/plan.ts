import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import type { ReceiptLine } from '../../../models/erasure.ts'
import type { User } from '../../../models/index.ts'
import { dataMap, tablesAboutPeople } from '../../../privacy/data-map.ts'
import type { PeopleTable, Table } from '../../../privacy/table.ts'
import { isHeld, isTheirs, keyOf } from '../whose.ts'

export type Contributions = User['contributions']

type Counted = { table: string; rows: number; held: number; until: Date | null }

/**
 * What an erasure at a moment does to each table: a line for what goes, and one for what stays, until when and why.
 * The page shows it before, the receipt is made of it after: both are this function.
 */
export async function planFor(person: User, now: Date, contributions = person.contributions): Promise<ReceiptLine[]> {
  const counts = tablesAboutPeople.map(
    (table) => `select '${table.name}' as table, count(*)::int as rows,
      count(*) filter (where ${isHeld(table)})::int as held, max(${untilWhen(table)}) as until
      from ${quoted(table.name)} as t where ${isTheirs(table)}`,
  )
  const bind = { person: person.id, now: now.toISOString() }
  const { rows } = await sql<Counted>(counts.join(' union all '), bind)

  return tablesAboutPeople.flatMap((table) => {
    const counted = rows.find((row) => row.table === table.name)!
    return linesFor(table, outcomeFor(table, contributions), counted)
  })
}

/** What becomes of a table's rows, now that their person has chosen. */
export function outcomeFor(table: Table, contributions: Contributions) {
  if (table.onErasure !== 'as chosen') return table.onErasure
  return contributions === 'delete' ? 'deleted' : 'anonymised'
}

function linesFor(table: PeopleTable, outcome: Table['onErasure'], { rows, held, until }: Counted): ReceiptLine[] {
  const line = { table: table.name, title: table.title }
  const free = rows - held
  const because = reasonOf(table)

  return [
    ...(free > 0 && outcome === 'deleted' ? [{ ...line, outcome: 'gone', rows: free } as const] : []),
    ...(free > 0 && outcome === 'anonymised'
      ? [{ ...line, outcome: 'stays', rows: free, until: until?.toISOString(), because } as const]
      : []),
    ...(held > 0 ? [{ ...line, outcome: 'held', rows: held, because: 'a legal claim needs it' } as const] : []),
  ]
}

/** The day on which a row, called t, is past the time it may be kept; of a part, the day of what it is part of. */
function untilWhen(table: Table, row = 't'): string {
  const { retention } = table
  if (retention && 'keep' in retention) {
    const from = `${row}.${columnIn(table, retention.from)}`
    return `coalesce(${from}, $now::timestamptz) + interval '${retention.keep}'`
  }
  const parent = parentOf(table)
  if (!parent) return 'null::timestamptz'
  const by = columnIn(table, table.partOf!.by)
  return `(select ${untilWhen(parent, 'p')} from ${quoted(parent.name)} as p where p.${keyOf(parent)} = ${row}.${by})`
}

function reasonOf(table: Table): string | undefined {
  const { retention } = table
  if (retention && 'because' in retention) return retention.because
  const parent = parentOf(table)
  return parent && reasonOf(parent)
}

function parentOf({ partOf, retention }: Table) {
  const owners = retention && 'asLongAs' in retention ? [retention.asLongAs].flat() : []
  return partOf && owners.includes(partOf.by) ? dataMap.find(({ name }) => name === partOf.table) : undefined
}
