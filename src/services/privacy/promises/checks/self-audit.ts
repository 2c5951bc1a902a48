import { sql } from '../../../../lib/sql.ts'
import { broken, type Check, count, watched } from './check.ts'

const MOST_NIGHTS = 30

/** P35: no night was missed, as far back as thirty nights. Attacks by tools of others are not part of it yet. */
export const everyNight: Check = async ({ now }) => {
  const { rows } = await sql<{ nights: number; since: number | null }>(
    `select count(distinct (checked_at at time zone 'UTC')::date)::int as nights,
       $now::date - min((checked_at at time zone 'UTC')::date) as since
     from promise_checks where checked_at > $now::timestamptz - make_interval(days => ${MOST_NIGHTS}) and checked_at < $now::date`,
    { now: now.toISOString() },
  )
  const { nights, since } = rows[0]!
  const missed = (since ?? 0) - nights
  if (missed > 0) return broken(`${count(missed, 'night')} of the last ${since} missed`)
  return watched(`${count(nights + 1, 'night')} in a row; attacks by outside tools are still to come`)
}
