import pg from 'pg'
import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import type { ReceiptLine } from '../../../models/erasure.ts'
import type { User } from '../../../models/index.ts'
import { dataMap, tablesAboutPeople } from '../../../privacy/data-map.ts'
import { outcomeOf, type PeopleTable, personalColumns, subjects, type Table } from '../../../privacy/table.ts'
import { isHeld, isKnownTo, keyOf, namedAs } from '../whose.ts'

export type Contributions = User['contributions']

type Counted = { table: string; gone: number; stays: number; held: number; until: Date | null; named: string[] }

/**
 * What an erasure at a moment does to each table: a line for what goes, and one for what stays, until when and why.
 * The page shows it before, the receipt is made of it after: both are this function.
 */
export async function planFor(person: User, now: Date, contributions = person.contributions): Promise<ReceiptLine[]> {
  const counts = tablesAboutPeople.map((table) => {
    const [held, goes] = [isHeld(table), namedAs(takenAlong(table, contributions), table)]
    return `select '${table.name}' as table, count(*) filter (where ${held})::int as held,
      count(*) filter (where ${goes} and not ${held})::int as gone,
      count(*) filter (where ${goes} is not true and not ${held})::int as stays, max(${untilWhen(table)}) as until,
      ${whyNamed(table)} as named
      from ${quoted(table.name)} as t where ${isKnownTo(table)}`
  })
  const bind = { person: person.id, now: now.toISOString() }
  const { rows } = await sql<Counted>(counts.join(' union all '), bind)

  return tablesAboutPeople.flatMap((table) => linesFor(table, rows.find((row) => row.table === table.name)!))
}

/** The parts that a person may play in a table whose rows go with them, now that they have chosen. */
export function takenAlong(table: Table, contributions: Contributions) {
  const choice = contributions === 'delete' ? 'deleted' : 'anonymised'
  return subjects(table).filter(({ role }) => {
    const outcome = outcomeOf(table, role)
    return (outcome === 'as chosen' ? choice : outcome) === 'deleted'
  })
}

function linesFor(table: PeopleTable, { gone, stays, held, until, named }: Counted): ReceiptLine[] {
  const line = { table: table.name, title: table.title }
  const because = [reasonOf(table), ...new Set(named)].filter(Boolean).join('; ') || undefined

  return [
    ...(gone > 0 ? [{ ...line, outcome: 'gone', rows: gone } as const] : []),
    ...(stays > 0 ? [{ ...line, outcome: 'stays', rows: stays, until: until?.toISOString(), because } as const] : []),
    ...(held > 0 ? [{ ...line, outcome: 'held', rows: held, because: 'a legal claim needs it' } as const] : []),
  ]
}

/** Why something stays by which they could be told, such as a company: each reason that some row of theirs has. */
function whyNamed(table: Table) {
  const reasons = personalColumns(table).flatMap(({ category, column, onErasure }) =>
    category === 'account' && onErasure?.is === 'kept'
      ? `case when bool_or(t.${columnIn(table, column)} is not null) then ${pg.escapeLiteral(onErasure.because)} end`
      : [],
  )
  return `array_remove(array[${reasons.join(', ')}]::text[], null)`
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
