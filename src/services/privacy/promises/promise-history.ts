import { sql } from '../../../lib/sql.ts'
import type { PromiseState } from '../../../models/promise-check.ts'
import { type PromiseNumber, promiseNumbers, promises } from '../../../privacy/promises.ts'
import { checks } from './checks/index.ts'

export const NIGHTS = 30

const DAY = 24 * 60 * 60 * 1000

export type Night = { day: string; state: PromiseState; figure: string }
export type History = { promise: PromiseNumber; sentence: string; nights: (Night | undefined)[] }

/**
 * How each promise that is built went in the last thirty nights, the oldest first; of several checks in one night the
 * worst counts. A night without a check is undefined.
 */
export async function promiseHistory(now: Date): Promise<{ days: string[]; histories: History[] }> {
  const days = Array.from({ length: NIGHTS }, (_, ago) => dayOf(new Date(now.getTime() - (NIGHTS - 1 - ago) * DAY)))
  const { rows } = await sql<Night & { promise: PromiseNumber }>(
    `select distinct on (promise, day) promise, state, figure, (checked_at at time zone 'UTC')::date::text as day
     from promise_checks where checked_at >= $since::date
     order by promise, day, array_position(array['broken', 'watched', 'kept'], state), checked_at desc`,
    { since: days[0]! },
  )
  const found = new Map(rows.map(({ promise, ...night }) => [`${promise} ${night.day}`, night]))

  const histories = promiseNumbers
    .filter((promise) => checks[promise])
    .map((promise) => ({
      promise,
      sentence: promises[promise],
      nights: days.map((day) => found.get(`${promise} ${day}`)),
    }))
  return { days, histories }
}

/** How many nights, back from the last one, nothing was broken. */
export function nightsWithoutABreak(histories: History[]) {
  const brokenOn = (night: number) => histories.some(({ nights }) => nights[night]?.state === 'broken')
  const checkedOn = (night: number) => histories.some(({ nights }) => nights[night])
  let unbroken = 0
  for (let night = NIGHTS - 1; night >= 0 && !brokenOn(night); night--) if (checkedOn(night)) unbroken++
  return unbroken
}

function dayOf(instant: Date) {
  return instant.toISOString().slice(0, 10)
}
