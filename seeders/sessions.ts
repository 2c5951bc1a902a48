import { v4, v7 } from 'uuid'
import { instantAt } from '../src/lib/zones.ts'
import { Booking, BookingEvent, MentorProfile, SessionType, User, WeeklyHour } from '../src/models/index.ts'
import { letMeet } from '../src/services/mentoring/meetings.ts'
import { refreshNextFree } from '../src/services/mentoring/mentor-profile.ts'
import { daysBefore } from './days.ts'
import type { Cast } from './people.ts'
import { type BookingSeed, bookings, types } from './sessions/booked.ts'

const MINUTE = 60_000

/** What every mentor with a page offers, when, and what has been booked with them. */
export async function seedSessions(cast: Cast, now: Date) {
  const everybody = await User.findAll({ where: { role: 'mentor' }, order: ['email'] })
  const mentors = everybody.filter((mentor) => mentor.hasPublicProfile)
  await MentorProfile.bulkCreate(
    mentors.map(({ id, language }) => ({ mentorId: id, languages: [...new Set(['en', language])], bufferAfter: 10 })),
  )
  await WeeklyHour.bulkCreate(mentors.flatMap(({ id }, n) => hoursOf(id, n)))
  const offered = mentors.flatMap(({ id: mentorId }) => types.map((type) => ({ id: v7(), mentorId, ...type })))
  await SessionType.bulkCreate(offered)

  for (const seed of bookings) {
    const mentorId = cast.id(seed.with)
    const type = offered.find((type) => type.mentorId === mentorId && type.title === seed.title)!
    const zone = mentors.find(({ id }) => id === mentorId)!.timeZone
    await book(seed, type, { mentorId, menteeId: cast.id(seed.by), zone }, now)
  }
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

type Who = { mentorId: string; menteeId: string; zone: string }

async function book(seed: BookingSeed, type: Offered, { zone, ...who }: Who, now: Date) {
  const { in: days, at, asked, title, message, state } = seed
  const startsAt = instantAt(zone, `${daysBefore(now, -days).toISOString().slice(0, 10)}T${at}`)
  const endsAt = new Date(startsAt.getTime() + type.minutes * MINUTE)
  const createdAt = daysBefore(now, asked)
  const booking = await Booking.create({
    ...{ ...who, typeId: type.id, title, message, state, startsAt, endsAt, busyFrom: startsAt, createdAt },
    ...{ priceMinor: type.priceMinor, currency: 'EUR', busyUntil: new Date(endsAt.getTime() + 10 * MINUTE) },
    ...{ menteeZone: 'Europe/Stockholm', clientToken: v4() },
    respondBy: state === 'requested' ? daysBefore(now, -1.5) : null,
    ...(state === 'completed' && { outcome: 'met' as const }),
    ...(state === 'cancelled' && { endedBy: 'mentee' as const, endedAt: daysBefore(now, 2), refundPercent: 100 }),
  })
  if (state === 'confirmed') await letMeet(booking.id)
  const events = [
    { what: 'requested', actor: 'mentee' as const, createdAt },
    ...(state === 'requested'
      ? []
      : [{ what: 'accepted', actor: 'mentor' as const, createdAt: daysBefore(now, asked - 0.2) }]),
    ...(state === 'completed' ? [{ what: state, actor: 'time' as const, createdAt: daysBefore(now, -days - 3) }] : []),
    ...(state === 'cancelled' ? [{ what: state, actor: 'mentee' as const, createdAt: daysBefore(now, 2) }] : []),
  ]
  await BookingEvent.bulkCreate(events.map((event) => ({ bookingId: booking.id, ...event })))
}

type Offered = { id: string; mentorId: string; minutes: number; priceMinor: number }
