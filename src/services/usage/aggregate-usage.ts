import type { Turn } from '../../jobs/turn.ts'
import { sql } from '../../lib/sql.ts'
import { UsageEvent } from '../../models/index.ts'
import { tableOf } from '../../privacy/table.ts'

/** A sum over fewer people could be about one of them (P31). */
export const FEWEST_PEOPLE = 5

/**
 * Sums up each finished day (in UTC) that has no sums yet, and of which nothing has been deleted for its age; a day keeps
 * the sums it has been given, whoever takes their visits back later. People are members, each once, and arrivals of
 * visitors. What is too small is put together with its like, first without system, then without browser, then without
 * page; what is too small even so is not kept (P31). A dry run only counts.
 */
export async function aggregateUsage({ now, dryRun }: Turn) {
  const statement = dryRun
    ? `with sums as (${sums}) select count(distinct day)::int as days, count(*)::int as sums from sums`
    : `with written as (${keep} returning day) select count(distinct day)::int as days, count(*)::int as sums from written`
  const { rows } = await sql<{ days: number; sums: number }>(statement, { now: now.toISOString() })
  return rows[0]!
}

const { retention } = tableOf(UsageEvent) as { retention: { keep: string } }

const words = ['day', 'what', 'page', 'browser', 'os']
const cell = words.join(', ')
const people = 'count(distinct member_id) + sum(arrivals)'

/** SQL for the cells of `from` that are large enough. */
const large = (from: string) => `
  select ${cell}, sum(times)::int as times, (${people})::int as people from ${from}
  group by ${cell} having ${people} >= ${FEWEST_PEOPLE}`

/** SQL for the rest of `from`, with one more word taken from it. */
const rest = (from: string, cells: string, word: string) => `
  select ${words.map((each) => (each === word ? `'other' as ${each}` : each))}, member_id, times, arrivals
  from ${from} where (${cell}) not in (select ${cell} from ${cells})`

// A row for each member and one for all visitors, so that whoever used two systems is still one person when those merge.
const sums = `
  with days as (
    select day at time zone 'UTC' as begins from generate_series(
      date_trunc('day', $now::timestamptz at time zone 'UTC' - interval '${retention.keep}') + interval '1 day',
      date_trunc('day', $now::timestamptz at time zone 'UTC') - interval '1 day', interval '1 day') as day
    where not exists (select from usage_daily where usage_daily.day = day.day::date)),
  all_of_it as (
    select (begins at time zone 'UTC')::date as day, what, page,
      coalesce(browser, 'unknown') as browser, coalesce(os, 'unknown') as os,
      member_id, count(*) as times, count(*) filter (where arrived and member_id is null) as arrivals
    from days join usage_events on created_at >= begins and created_at < begins + interval '24 hours'
    group by ${cell}, member_id),
  whole as (${large('all_of_it')}),
  without_os as (${rest('all_of_it', 'whole', 'os')}),
  by_browser as (${large('without_os')}),
  without_browser as (${rest('without_os', 'by_browser', 'browser')}),
  by_page as (${large('without_browser')}),
  without_page as (${rest('without_browser', 'by_page', 'page')})
  select * from whole union all select * from by_browser union all select * from by_page
  union all ${large('without_page')}`

const keep = `
  insert into usage_daily (${cell}, times, people, id)
  select summed.*, gen_random_uuid() from (${sums}) as summed on conflict do nothing`
