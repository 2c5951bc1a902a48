import { v4, v7 } from 'uuid'

import {
  Booking,
  BookingEvent,
  MentorProfile,
  SessionReview,
  SessionType,
  User,
  WeeklyHour,
} from '../src/models/index.ts'
import { letMeet } from '../src/services/mentoring/meetings.ts'
import { refreshNextFree } from '../src/services/mentoring/mentor-profile.ts'
import { type Busy, freeSlots } from '../src/services/mentoring/slots.ts'
import { daysBefore } from './days.ts'
import type { Cast } from './people.ts'
import { type BookingSeed, bookings } from './sessions/booked.ts'
import { everydayOf } from './sessions/everyday.ts'
import { reviewsOf } from './sessions/reviews.ts'
import { typesOf } from './sessions/types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const PAUSE = 10

/** What every mentor with a page offers, when, what has been booked with them, and how it was. */
export async function seedSessions(cast: Cast, now: Date) {
  const everybody = await User.findAll({ where: { role: 'mentor' }, order: ['email'] })
  const mentors = everybody.filter((mentor) => mentor.hasPublicProfile)
  const hours = mentors.map(({ id }, n) => hoursOf(id, n))
  const types = mentors.map(({ id: mentorId }, n) => typesOf(n).map((type) => ({ id: v7(), mentorId, ...type })))
  await MentorProfile.bulkCreate(
    mentors.map(({ id, language }) => ({
      mentorId: id,
      languages: [...new Set(['en', language])],
      bufferAfter: PAUSE,
    })),
  )
  await WeeklyHour.bulkCreate(hours.flat())
  await SessionType.bulkCreate(types.flat())

  const taken: Taken = new Map()
  const made = mentors.flatMap((mentor, n) => {
    const name = mentor.email.split('@')[0]!
    const seeds = [...bookings.filter((seed) => seed.with === name), ...everydayOf(name, n)]
    return bookedWith(mentor, hours[n]!, types[n]!, seeds, taken, cast, now)
  })
  await Booking.bulkCreate(made.map(({ booking }) => booking))
  await BookingEvent.bulkCreate(made.flatMap(({ booking, seed }) => eventsOf(booking.id, seed, now)))
  await SessionReview.bulkCreate(reviewsOf(made.map(({ booking }) => booking)))
  for (const { booking } of made) if (booking.state === 'confirmed') await letMeet(booking.id)
  for (const { id } of mentors) await refreshNextFree(id, now)
}

/** Four days a week, two of them in the evening; not the same four for everybody. */
function hoursOf(mentorId: string, n: number) {
  const day = (weekday: number) => ((weekday + n - 1) % 7) + 1
  return [
    ...[1, 3].map((weekday) => ({ mentorId, weekday: day(weekday), startMinute: 540, endMinute: 1020 })),
    ...[2, 4].map((weekday) => ({ mentorId, weekday: day(weekday), startMinute: 960, endMinute: 1260 })),
  ]
}

type Hours = ReturnType<typeof hoursOf>
type Span = { from: number; until: number }
/** When each of those who learn meets somebody already. */
type Taken = Map<string, Span[]>
type Offered = { id: string; title: string; minutes: number; priceMinor: number }

/** Each at the first free time on the mentor's clock from its day on: nobody meets outside of the hours, nor twice at once. */
function bookedWith(
  mentor: User,
  rules: Hours,
  types: Offered[],
  seeds: BookingSeed[],
  taken: Taken,
  cast: Cast,
  now: Date,
) {
  const clock = { zone: mentor.timeZone, rules, open: [], bufferBefore: 0, bufferAfter: PAUSE, maxPerDay: null }
  const busy: Busy[] = []

  return seeds.map((seed, n) => {
    const type = types.find(({ title }) => title === seed.title) ?? types.find(({ priceMinor }) => priceMinor > 0)!
    const closed = taken.get(seed.by) ?? []
    const from = daysBefore(now, -seed.in).getTime()
    const slots = freeSlots({ ...clock, busy, closed }, type.minutes, { from, until: from + 4 * DAY })
    const start = slots[(n * 3) % Math.min(slots.length, 6)]!
    const span = { from: start, until: start + type.minutes * MINUTE }
    busy.push({ ...span, starts: start })
    taken.set(seed.by, [...closed, span])
    const who = { mentorId: mentor.id, menteeId: cast.id(seed.by) }
    return { seed, booking: { ...rowOf(seed, type, now), ...who, ...times(span) } }
  })
}

function times({ from, until }: Span) {
  const [startsAt, endsAt] = [new Date(from), new Date(until)]
  return { startsAt, endsAt, busyFrom: startsAt, busyUntil: new Date(until + PAUSE * MINUTE) }
}

function rowOf({ message, state, asked }: BookingSeed, type: Offered, now: Date) {
  return {
    ...{ id: v7(), typeId: type.id, title: type.title, message, state, priceMinor: type.priceMinor, currency: 'EUR' },
    ...{ menteeZone: 'Europe/Stockholm', clientToken: v4(), createdAt: daysBefore(now, asked) },
    respondBy: state === 'requested' ? daysBefore(now, -1.5) : null,
    outcome: state === 'completed' ? ('met' as const) : null,
    ...(state === 'cancelled' && { endedBy: 'mentee' as const, endedAt: daysBefore(now, 2), refundPercent: 100 }),
  }
}

function eventsOf(bookingId: string, { state, asked, in: days, title }: BookingSeed, now: Date) {
  const atOnce = title === 'A first look'
  const line = (what: string, actor: 'mentor' | 'mentee' | 'time', ago: number) => {
    return { bookingId, what, actor, createdAt: daysBefore(now, ago) }
  }
  return [
    line(atOnce ? 'booked' : 'requested', 'mentee', asked),
    ...(atOnce || state === 'requested' ? [] : [line('accepted', 'mentor', asked - 0.2)]),
    ...(state === 'completed' ? [line('completed', 'time', Math.max(0, -days - 7))] : []),
    ...(state === 'cancelled' ? [line('cancelled', 'mentee', 2)] : []),
  ]
}

export type Booked = Pick<Booking, 'id' | 'mentorId' | 'menteeId' | 'state' | 'endsAt'>
