import type { User } from '../../src/models/index.ts'
import { BookingEvent, BookingMove } from '../../src/models/index.ts'
import { createUser } from './factories.ts'
import {
  createBooking,
  createCalendarFeed,
  createMentorProfile,
  createSessionReview,
  createSessionType,
  createTimeWish,
  createWeeklyHour,
} from './mentoring-factories.ts'
import { signedIn } from './visitor.ts'
import type { Page } from './world.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const ago = (time: number) => new Date(Date.now() - time)
const ahead = (time: number) => ago(-time)

/** A mentor with a page, who has hours on Mondays and one session to book. */
export async function offered(type: object = {}, mentor: object = {}) {
  const tomas = await createUser({
    ...{ role: 'mentor', name: 'Tomáš Řehák', slug: 'tomas', shown: ['bio'], bio: 'At the bench.' },
    ...mentor,
  })
  const mentorId = tomas.id
  const profile = await createMentorProfile({ mentorId })
  await createWeeklyHour({ mentorId })
  const sessionType = await createSessionType({ mentorId, ...type })
  return { mentor: tomas, profile, type: sessionType, page: `/mentors/${tomas.slug}/times` }
}

/** Two people and a session between them, each in a browser of their own. */
export async function between(booking: object = {}) {
  const world = await offered()
  const mentee = await createUser({ name: 'Maya Lindqvist', email: 'maya@example.net', timeZone: 'Asia/Kolkata' })
  const session = await createBooking({ mentorId: world.mentor.id, menteeId: mentee.id, ...booking })
  const browsers = { maya: await signedIn(mentee), tomas: await signedIn(world.mentor) }
  return { ...world, mentee, session, path: `/sessions/${session.id}`, ...browsers }
}

export const asked = () => ({ state: 'requested' as const, respondBy: ahead(DAY) })
export const underWay = () => {
  const [startsAt, endsAt] = [ago(60_000), ahead(HOUR)]
  return { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt }
}
export const over = () => ({ startsAt: ago(2 * HOUR), endsAt: ago(HOUR) })

/** One session that is over and one that is ahead, with another time proposed, for who learns. */
export async function houseSessions({ id: menteeId }: User) {
  await createBooking({ menteeId, ...over() })
  const {
    id: bookingId,
    startsAt,
    endsAt,
  } = await createBooking({ menteeId, meetingLink: 'https://meet.example/bench' })
  await BookingEvent.create({ bookingId, what: 'booked', actor: 'mentee' })
  await BookingMove.create({ bookingId, proposedBy: 'mentor', startsAt, endsAt })
}

/** What has to be booked so that each form of a session stands somewhere. */
export async function sessionPages({ alice }: { alice: User }): Promise<Page[]> {
  const { mentor, page, profile } = await offered({}, { slug: 'teaches' })
  await createCalendarFeed({ memberId: alice.id })
  await createTimeWish({ memberId: alice.id, profileId: profile.id })
  const learner = await createUser()
  const mine = { mentorId: alice.id, menteeId: learner.id }
  const booked = { mentorId: mentor.id, menteeId: alice.id }
  await createMentorProfile({ mentorId: alice.id })
  await createWeeklyHour({ mentorId: alice.id })
  const request = await createBooking({ ...mine, ...asked() })
  const taught = await createBooking(mine)
  const past = await createBooking({ ...booked, ...over() })
  await createSessionReview({ bookingId: past.id, writerId: alice.id, subjectId: mentor.id })
  const moved = await createBooking(booked)
  await BookingEvent.create({ bookingId: moved.id, what: 'booked', actor: 'mentee' })
  const { startsAt, endsAt } = moved
  await BookingMove.create({ bookingId: moved.id, proposedBy: 'mentor', startsAt, endsAt })
  await BookingMove.create({ bookingId: taught.id, proposedBy: 'mentor', startsAt, endsAt })

  const sessions = [request, taught, past, moved].map(({ id }) => `/sessions/${id}`)
  return [
    ...['/sessions', page, ...sessions, `/sessions/${taught.id}/move`].map((path): Page => ['alice', path]),
    ...[taught, past].map(({ id }): Page => ['support', `/staff/sessions/${id}`]),
  ]
}
