import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { LegalHold } from '../../../models/index.ts'
import type { Table } from '../../../privacy/table.ts'
import type { Bind } from '../erasure/forgetting.ts'
import { canOutlast, isTheirs, keyOf } from '../whose.ts'

/** Notes on the holds of a person's records that their erasure waits. Answers whether any record at all is held. */
export async function markWaiting(tables: Table[], { person }: Bind) {
  const holds = tables.filter(canOutlast).flatMap((table) => {
    const theirs = (column: string) => `(select ${column} from ${quoted(table.name)} as t where ${isTheirs(table)})`
    const own = `table_name = '${table.name}' and record_id in ${theirs(keyOf(table))}`
    const { partOf } = table
    if (!partOf) return [own]
    return [own, `table_name = '${partOf.table}' and record_id in ${theirs(columnIn(table, partOf.by))}`]
  })
  const statement = `update legal_holds set erasure_waits = true where released_at is null and (${holds.join(' or ')})`
  await sql(statement, { person })
  return (await LegalHold.count({ where: { releasedAt: null } })) > 0
}
