import { together } from '../../db/together.ts'
import type { Turn } from '../../jobs/turn.ts'
import { sql } from '../../lib/sql.ts'
import { postAll } from '../mail/post.ts'
import type { Template } from '../mail/templates.ts'
import { tellOfTimes } from './tell-wishes.ts'

type Remindable = { id: string; mentorId: string | null; menteeId: string | null }

const ahead = `state = 'confirmed' and starts_at > $now`

/** An hour before, whenever it was agreed. */
const hourly = `${ahead} and hour_reminded_at is null and starts_at <= $now::timestamptz + interval '1 hour'`

/** A day before, unless that hour has begun, or they agreed on it within that day and so know of it. */
const daily = `${ahead} and day_reminded_at is null and starts_at <= $now::timestamptz + interval '1 day'
  and starts_at > $now::timestamptz + interval '1 hour'
  and b.created_at <= starts_at - interval '1 day' and not exists (
    select from booking_events e where e.booking_id = b.id and e.what in ('booked', 'accepted', 'move accepted')
    and e.created_at > b.starts_at - interval '1 day')`

/** Half of the time to answer is over, and the mentor had no letter about that yet. */
const unanswered = `
  select id, mentor_id as "mentorId", null as "menteeId" from bookings b
  where state = 'requested' and respond_by > $now and created_at + (respond_by - created_at) / 2 <= $now
    and not exists (select from mails m where m.user_id = b.mentor_id and m.about_id = b.id and m.template = 'request-waits')
  for update skip locked`

/**
 * Posts what is due: a letter to both a day and an hour before a session, one to the mentor whose answer is waited for, and
 * to who waits for a time. Each once, however often it runs; a session that was moved is reminded of anew.
 */
export async function sendReminders(turn: Turn) {
  const { now, dryRun } = turn
  const remind = (template: Template, statement: string) =>
    together(async () => {
      const { rows } = await sql<Remindable>(statement, { now: now.toISOString() })
      if (!dryRun) await postAll(template, rows.flatMap(lettersAbout))
      return rows.length
    })

  return {
    day: await remind('reminder-day', dryRun ? due(daily) : noted('day_reminded_at', daily)),
    hour: await remind('reminder-hour', dryRun ? due(hourly) : noted('hour_reminded_at', hourly)),
    waiting: await remind('request-waits', unanswered),
    opened: await tellOfTimes(turn),
  }
}

function lettersAbout({ id, mentorId, menteeId }: Remindable) {
  return [mentorId, menteeId].flatMap((userId) => (userId ? { userId, aboutId: id } : []))
}

const columns = `id, mentor_id as "mentorId", mentee_id as "menteeId"`

function due(condition: string) {
  return `select ${columns} from bookings b where ${condition}`
}

function noted(column: string, condition: string) {
  return `update bookings b set ${column} = $now where ${condition} returning ${columns}`
}
