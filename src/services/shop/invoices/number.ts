import { sql } from '../../../lib/sql.ts'
import type { Invoice } from '../../../models/index.ts'

const letters = { invoice: 'R', 'credit note': 'C' } as const

/**
 * The next number of this year. Whoever asks holds the series until their transaction ends: then it is theirs, or the
 * next one's. So there is no gap and no double, and one document at a time.
 */
export async function nextNumber(kind: Invoice['kind'], now: Date) {
  const series = `${letters[kind]}${now.getUTCFullYear()}`
  const { rows } = await sql<{ running: number }>(
    `insert into invoice_series (series, next) values ($series, 2)
     on conflict (series) do update set next = invoice_series.next + 1 returning next - 1 as running`,
    { series },
  )
  const { running } = rows[0]!
  return { series, running, number: `${series}-${String(running).padStart(6, '0')}` }
}
