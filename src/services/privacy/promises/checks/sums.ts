import { sql } from '../../../../lib/sql.ts'
import { UsageDay } from '../../../../models/index.ts'
import { tableOf } from '../../../../privacy/table.ts'
import { FEWEST_PEOPLE } from '../../../usage/aggregate-usage.ts'
import { broken, type Check, count, kept } from './check.ts'

/** P31: no sum is over fewer than five people, and no column of a sum leads to anyone. */
export const sumsWithoutPeople: Check = async () => {
  const { rows } = await sql<{ sums: number; days: number; small: number; leads: number }>(
    `select count(*)::int as sums, count(distinct day)::int as days,
       count(*) filter (where people < $fewest::int)::int as small,
       (select count(*)::int from pg_constraint where conrelid = 'usage_daily'::regclass and contype = 'f') as leads
     from usage_daily`,
    { fewest: FEWEST_PEOPLE },
  )
  const { sums, days, small, leads } = rows[0]!
  const named = tableOf(UsageDay).people.length
  if (small) return broken(`${count(small, 'sum')} over fewer than ${FEWEST_PEOPLE} people`)
  if (leads || named) return broken('a sum leads to somebody')
  return kept(`${count(sums, 'sum')} of ${count(days, 'day')}, none over fewer than ${FEWEST_PEOPLE} people`)
}
