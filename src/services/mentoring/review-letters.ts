import { together } from '../../db/together.ts'
import type { Turn } from '../../jobs/turn.ts'
import { sql } from '../../lib/sql.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, SessionReview } from '../../models/index.ts'
import { postAll } from '../mail/post.ts'
import { tookPlace, tookPlaceIn } from './session-reviews.ts'

/** Who met somebody within the last three days, has not said how it was, and had no letter about it. */
const silent = `
  select who.id as "userId", b.id as "aboutId"
  from bookings b
  cross join lateral (values (b.mentor_id, 'mentor'), (b.mentee_id, 'mentee')) who (id, side)
  join users u on u.id = who.id and u.suspended_at is null and u.erasure_due_at is null
  where b.ends_at between $now::timestamptz - interval '3 days' and $now and ${tookPlaceIn}
    and b.mentor_id is not null and b.mentee_id is not null
    and not exists (select from session_reviews r where r.booking_id = b.id and r.side = who.side)
    and not exists (select from booking_events e where e.booking_id = b.id and e.what = 'review deleted' and e.actor = who.side)
    and not exists (select from mails m where m.user_id = who.id and m.about_id = b.id and m.template = 'how-was-it')
  for update of b skip locked`

/** Asks both, once, how a session was that has ended. Three statements. */
export async function askHowItWas({ now, dryRun }: Turn) {
  return together(async () => {
    const { rows } = await sql<{ userId: string; aboutId: string }>(silent, { now: now.toISOString() })
    if (!dryRun) await postAll('how-was-it', rows)
    return { asked: rows.length }
  })
}

/** Whether the question still makes sense when its letter is written. */
export async function isAsked(booking: Booking, side: Side, now: Date) {
  return tookPlace(booking, now) && (await SessionReview.count({ where: { bookingId: booking.id, side } })) === 0
}
