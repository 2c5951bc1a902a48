import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { Booking } from '../../models/index.ts'
import { freeTimesOf, type Hours } from './availability.ts'
import { takesBookings } from './booking-service.ts'
import { isUnpaid } from './holds.ts'
import { hoursOf } from './mentor-profile.ts'
import type { Span } from './slots.ts'
import { sweepHolds } from './waiting.ts'

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

/**
 * Whether a time that was held for somebody can become theirs: nobody else has it, they have agreed to nothing else
 * meanwhile, and it is still ahead. What lapsed must still be offered. Part of being paid, in the mentor's turn.
 */
export async function isStillFree(booking: Booking, now: Date) {
  const { id, menteeId, mentorId, startsAt, endsAt } = booking
  if (!isUnpaid(booking) || startsAt <= now || !menteeId || !mentorId) return false

  await sql('select pg_advisory_xact_lock(hashtextextended($menteeId, 0))', { menteeId })
  const overlapping = { startsAt: { [Op.lt]: endsAt }, endsAt: { [Op.gt]: startsAt } }
  const theirs = { menteeId, id: { [Op.ne]: id }, state: ['requested', 'confirmed'], ...overlapping }
  if ((await Booking.count({ where: theirs })) > 0) return false
  if (booking.state === 'held') return true

  await sweepHolds(mentorId, now)
  // Nobody who was in time then is told now that it is too short before.
  const span = { from: startsAt.getTime(), until: startsAt.getTime() + 1 }
  const [free] = await timesFor(booking, now, span, { noticeMinutes: 0 })
  return free?.getTime() === startsAt.getTime()
}

/** Up to three times with the same mentor, and as long, that are nearest to one that is gone. */
export async function nearTimes(booking: Booking, now: Date) {
  const gone = booking.startsAt.getTime()
  const all = await timesFor(booking, now, { from: gone - WEEK, until: gone + WEEK })
  const away = (time: Date) => Math.abs(time.getTime() - gone)
  const near = all.toSorted((one, other) => away(one) - away(other)).slice(0, 3)
  return near.toSorted((one, other) => one.getTime() - other.getTime())
}

async function timesFor({ id, mentor, startsAt, endsAt }: Booking, now: Date, span: Span, terms: Partial<Hours> = {}) {
  const hours = mentor && (await takesBookings(mentor)) ? await hoursOf(mentor.id) : null
  if (!hours) return []
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE
  return freeTimesOf({ ...hours, ...terms }, minutes, now, span, id)
}
