import { v4 } from 'uuid'
import {
  Booking,
  CalendarFeed,
  Meeting,
  MentorApplication,
  MentorProfile,
  SessionReview,
  SessionType,
  SessionVisit,
  SingleTime,
  TimeWish,
  WeeklyHour,
} from '../../src/models/index.ts'
import { idOr, type Some } from './course-factories.ts'
import { createUser } from './factories.ts'

/** Each factory makes a row that is valid by itself; a test names only what it cares about. */

const MINUTE = 60_000
let sequence = 0

const aMentor = () => createUser({ role: 'mentor' })

export async function createApplication(overrides: Some<MentorApplication> = {}) {
  return MentorApplication.create({
    memberId: (await idOr(overrides.memberId, createUser))!,
    what: 'Joints that hold, with hand tools.',
    why: 'Twenty years at the bench, ten of them with apprentices.',
    ...overrides,
  })
}

export async function createMentorProfile(overrides: Some<MentorProfile> = {}) {
  return MentorProfile.create({ mentorId: (await idOr(overrides.mentorId, aMentor))!, languages: ['en'], ...overrides })
}

/** Half an hour that costs nothing and is booked at once. */
export async function createSessionType(overrides: Some<SessionType> = {}) {
  const mentorId = (await idOr(overrides.mentorId, aMentor))!
  return SessionType.create({ mentorId, title: 'A first look', minutes: 30, needsApproval: false, ...overrides })
}

/** Nine to five on Mondays, on the mentor's own clock. */
export async function createWeeklyHour(overrides: Some<WeeklyHour> = {}) {
  const mentorId = (await idOr(overrides.mentorId, aMentor))!
  return WeeklyHour.create({ mentorId, weekday: 1, startMinute: 540, endMinute: 1020, ...overrides })
}

export async function createSingleTime(overrides: Some<SingleTime> = {}) {
  const startsAt = overrides.startsAt ?? new Date(Date.now() + ++sequence * 100 * MINUTE)
  return SingleTime.create({
    mentorId: (await idOr(overrides.mentorId, aMentor))!,
    kind: 'away',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 60 * MINUTE),
    ...overrides,
  })
}

/** Confirmed, in a week, at a time that no other of these has. */
export async function createBooking(overrides: Some<Booking> = {}) {
  const { startsAt = new Date(Date.now() + (7 * 24 * 60 + ++sequence * 60) * MINUTE) } = overrides
  const endsAt = overrides.endsAt ?? new Date(startsAt.getTime() + 30 * MINUTE)
  return Booking.create({
    mentorId: await idOr(overrides.mentorId, aMentor),
    menteeId: await idOr(overrides.menteeId, createUser),
    typeId: null,
    title: 'A first look',
    priceMinor: 0,
    currency: 'EUR',
    startsAt,
    endsAt,
    busyFrom: startsAt,
    busyUntil: endsAt,
    state: 'confirmed',
    message: 'I would like to show you a joint that will not close.',
    menteeZone: 'Europe/Lisbon',
    clientToken: v4(),
    ...overrides,
  })
}

export async function createSessionReview(overrides: Some<SessionReview> = {}) {
  const bookingId = overrides.bookingId ?? (await createBooking({ state: 'completed' })).id
  return SessionReview.create({
    bookingId,
    writerId: await idOr(overrides.writerId, createUser),
    subjectId: await idOr(overrides.subjectId, aMentor),
    side: 'mentee',
    rating: 5,
    body: 'Looked closely, and said what to do next.',
    ...overrides,
  })
}

/** Made at Zoom already, on a host of its own. */
export async function createMeeting(overrides: Some<Meeting> = {}) {
  const number = String(80_000_000_000 + ++sequence)
  const startsAt = new Date(Date.now() + (7 * 24 * 60 + sequence * 60) * MINUTE)
  return Meeting.create({
    bookingId: overrides.bookingId ?? (await createBooking()).id,
    mentorId: await idOr(overrides.mentorId, aMentor),
    menteeId: await idOr(overrides.menteeId, createUser),
    host: `host-${number}@trellis.example`,
    busyFrom: startsAt,
    busyUntil: new Date(startsAt.getTime() + 60 * MINUTE),
    number,
    mentorLink: `https://zoom.example/w/${number}?tk=mentor`,
    menteeLink: `https://zoom.example/w/${number}?tk=mentee`,
    ...overrides,
  })
}

export async function createSessionVisit(overrides: Some<SessionVisit> = {}) {
  return SessionVisit.create({
    bookingId: overrides.bookingId ?? (await createBooking()).id,
    memberId: (await idOr(overrides.memberId, createUser))!,
    side: 'mentee',
    what: 'opened',
    ...overrides,
  })
}

export async function createCalendarFeed(overrides: Some<CalendarFeed> = {}) {
  return CalendarFeed.create({ memberId: (await idOr(overrides.memberId, createUser))!, ...overrides })
}

export async function createTimeWish(overrides: Some<TimeWish> = {}) {
  return TimeWish.create({
    profileId: overrides.profileId ?? (await createMentorProfile()).id,
    memberId: (await idOr(overrides.memberId, createUser))!,
    ...overrides,
  })
}
