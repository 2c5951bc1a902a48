import { wallAt } from '../../lib/zones.ts'
import { type Booking, BookingMove } from '../../models/index.ts'
import { availabilityOf, offeredSpan } from './availability.ts'
import { MOST_PROPOSALS } from './booking-moves.ts'
import { hoursOf } from './mentor-profile.ts'
import { type Busy, freeSlots } from './slots.ts'
import { dayIn } from './week-of-times.ts'

export type Range = { startsAt: Date; endsAt: Date }

/** A night lies between now, or the old time, and what is offered instead. */
const A_NIGHT = 12 * 60 * 60 * 1000

/**
 * When sessions could be that stand in the way of being away: for each another time, and no two the same. It is after the
 * time away, within the hours that the mentor has opened, on the first such day with room, as near as can be to the hour
 * that was agreed. Three statements.
 */
export async function timesInstead(bookings: Booking[], mentorId: string, range: Range, now: Date) {
  const instead = new Map<string, Date>()
  const hours = await hoursOf(mentorId)
  if (!hours) return instead

  const { from, until } = offeredSpan(hours, now)
  const span = { from: Math.max(from, range.endsAt.getTime(), now.getTime() + A_NIGHT), until }
  if (span.from >= span.until) return instead
  const [known, spent] = await Promise.all([availabilityOf(hours, span, now), spentOf(bookings)])
  const offered: Busy[] = []

  for (const { id, startsAt, endsAt, busyFrom, busyUntil } of bookings.filter(({ id }) => !spent.has(id))) {
    const [starts, length] = [startsAt.getTime(), endsAt.getTime() - startsAt.getTime()]
    const others = known.busy.filter((busy) => busy.from !== busyFrom.getTime() || busy.until !== busyUntil.getTime())
    const times = freeSlots({ ...known, busy: [...others, ...offered] }, length / 60_000, span)
    const time = likest(
      times.filter((time) => time >= starts + A_NIGHT),
      starts,
      hours.zone,
    )
    if (time === undefined) continue
    instead.set(id, new Date(time))
    const later = time - starts
    offered.push({ from: busyFrom.getTime() + later, until: busyUntil.getTime() + later, starts: time })
  }
  return instead
}

/** Of the first day the one whose clock shows most nearly what it showed before. */
function likest(times: number[], starts: number, zone: string) {
  const dayOf = (time: number) => dayIn(zone, new Date(time))
  const distance = (time: number) => Math.abs(minuteOf(time, zone) - minuteOf(starts, zone))
  const [first] = times
  if (first === undefined) return undefined
  const thatDay = times.filter((time) => dayOf(time) === dayOf(first))
  return thatDay.toSorted((a, b) => distance(a) - distance(b))[0]
}

function minuteOf(time: number, zone: string) {
  const [hours, minutes] = wallAt(zone, new Date(time)).slice(11).split(':').map(Number)
  return hours! * 60 + minutes!
}

/** Those for which their mentor has proposed as often as anybody may. */
async function spentOf(bookings: Booking[]) {
  const moves = await BookingMove.findAll({
    attributes: ['bookingId'],
    where: { bookingId: bookings.map(({ id }) => id), proposedBy: 'mentor' },
  })
  const counted = Map.groupBy(moves, ({ bookingId }) => bookingId)
  return new Set([...counted].filter(([, { length }]) => length >= MOST_PROPOSALS).map(([id]) => id))
}
