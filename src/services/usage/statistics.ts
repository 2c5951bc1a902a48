import { daysAfter } from '../../lib/due.ts'
import { sql } from '../../lib/sql.ts'
import { timeInWords } from '../../lib/times.ts'

export const PERIODS = [30, 90, 365]
const MOST_PAGES = 10

type Sum = Record<'day' | 'what' | 'page' | 'browser' | 'os', string | null> & { times: number }
export type Tally = { name: string; times: number }

/** What was used how often in so many days up to yesterday (UTC), out of the sums alone: nobody is in them (P31). */
export async function statisticsOf(period: number, now: Date) {
  const days = Array.from({ length: period }, (_, index) => dayOf(daysAfter(now, index - period)))
  const { rows } = await sql<Sum>(
    `select day::text, what, page, browser, os, sum(times)::int as times from usage_daily
     where day between $first and $last
     group by grouping sets ((what, day), (what, page), (what, browser), (what, os)) order by times desc, page, browser, os`,
    { first: days[0], last: days.at(-1) },
  )

  const views = rows.filter(({ what }) => what === 'page')
  const tally = (by: 'page' | 'browser' | 'os'): Tally[] =>
    views.flatMap((sum) => (sum[by] === null ? [] : [{ name: sum[by], times: sum.times }]))
  const daily = (wanted: string): Tally[] => {
    const times = new Map(rows.flatMap(({ what, day, times }) => (what === wanted && day ? [[day, times]] : [])))
    return days.map((day) => ({ name: timeInWords(new Date(day), 'UTC', 'day'), times: times.get(day) ?? 0 }))
  }
  return {
    views: daily('page'),
    started: daily('lesson started'),
    finished: daily('lesson finished'),
    pages: tally('page').slice(0, MOST_PAGES),
    browsers: tally('browser'),
    systems: tally('os'),
  }
}

function dayOf(instant: Date) {
  return instant.toISOString().slice(0, 10)
}
