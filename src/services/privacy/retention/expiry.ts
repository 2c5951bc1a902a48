import { columnIn, quoted } from '../../../lib/sql.ts'
import { dataMap } from '../../../privacy/data-map.ts'
import type { Table } from '../../../privacy/table.ts'
import type { Period } from '../../../privacy/vocabulary.ts'
import { canOutlast, isHeld, keyOf } from '../whose.ts'

/** A table whose rows have a time of their own; all others live as long as what they belong to. */
export type Expiring = Table & { retention: { keep: Period; from: string; because: string; inCrowds?: true } }

export const expiringTables = dataMap.filter((table): table is Expiring => 'keep' in (table.retention ?? {}))

/** SQL for the rows, called t, that are past their time at $now: unless a legal hold keeps them or a part of them. */
export function expiredRows(table: Expiring) {
  const since = columnIn(table, table.retention.from)
  const past = `t.${since} < $now::timestamptz - interval '${table.retention.keep}'`
  return [`from ${quoted(table.name)} as t where ${past}`, ...unlessHeld(table)].join(' and not ')
}

function unlessHeld(table: Table) {
  const parts = dataMap.filter(({ partOf }) => partOf?.table === table.name)
  const heldParts = parts.map((part) => {
    const by = columnIn(part, part.partOf!.by)
    return `exists (select from legal_holds join ${quoted(part.name)} as part on part.${keyOf(part)} = record_id
      where released_at is null and table_name = '${part.name}' and part.${by} = t.${keyOf(table)})`
  })
  return [...(canOutlast(table) ? [isHeld(table)] : []), ...heldParts]
}
