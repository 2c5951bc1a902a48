import { v7 } from 'uuid'
import { config } from '../../config.ts'
import { daysAfter } from '../../lib/due.ts'
import { readToken, signedToken } from '../../lib/signed-link.ts'
import { sql } from '../../lib/sql.ts'
import { CalendarFeed } from '../../models/index.ts'
import { type Entry, feedOf } from './calendar.ts'

const DAYS_BACK = 30
/** More than anybody can hold in the time that can be booked. */
const MOST = 2000

/** Where a calendar reads somebody's sessions. Undefined as long as they want none. */
export async function feedAddressOf(memberId: string) {
  const feed = await CalendarFeed.findOne({ attributes: ['id'], where: { memberId } })
  return feed ? `${config.baseUrl}/calendar/${signedToken('calendar', feed.id)}.ics` : undefined
}

/** Makes an address; one that was there before is nobody's from now on. */
export function renewFeed(memberId: string, now: Date) {
  return sql(
    `insert into calendar_feeds (id, member_id, created_at) values ($id, $memberId, $now)
     on conflict (member_id) do update set id = excluded.id, created_at = excluded.created_at`,
    { id: v7(), memberId, now: now.toISOString() },
  )
}

export function revokeFeed(memberId: string) {
  return CalendarFeed.destroy({ where: { memberId } })
}

/**
 * What is agreed, from 30 days ago on, for whoever knows the address: the sessions of one person and not a word about
 * anyone. Undefined for an address that is nobody's (any more), or whose owner is suspended or leaving. One statement.
 */
export async function feedBehind(token: unknown, now: Date) {
  const feed = readToken('calendar', token)
  if (!feed) return undefined

  const { rows } = await sql<Entry | { id: null }>(
    `select b.id, b.starts_at as "startsAt", b.ends_at as "endsAt", b.state, b.sequence
     from calendar_feeds f
     join users u on u.id = f.member_id and u.suspended_at is null and u.erasure_due_at is null
     left join lateral (
       select * from bookings where mentor_id = u.id and state in ('confirmed', 'completed') and starts_at > $from
       union all
       select * from bookings where mentee_id = u.id and state in ('confirmed', 'completed') and starts_at > $from
     ) b on true
     where f.id = $feed order by b.starts_at limit ${MOST}`,
    { feed, from: daysAfter(now, -DAYS_BACK).toISOString() },
  )
  if (rows.length === 0) return undefined
  return feedOf(
    rows.filter((row): row is Entry => row.id !== null),
    now,
  )
}
