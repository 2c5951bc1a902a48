import { config } from '../../config.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingMove, type User } from '../../models/index.ts'
import { invitation } from '../mentoring/calendar.ts'
import { isAsked } from '../mentoring/review-letters.ts'
import { timeForReader } from '../mentoring/session-in-words.ts'
import { othersFor } from '../mentoring/similar-mentors.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { type Template, templates } from './templates.ts'

const forCalendars = ['booking-confirmed', 'booking-cancelled']
const aboutMoves = { 'booking-move': 'open', 'move-withdrawn': 'withdrawn' } as const

/**
 * What a letter about a session tells one of the two: of a mentee their name, address and message, and nothing else (P09).
 * Times are by the reader's clock; a mentee reads the mentor's, too. Undefined: it is not true any more.
 */
export async function sessionFacts(template: string, booking: Booking, side: Side, now: Date) {
  const { startsAt, endsAt, respondBy, state, endedBy } = booking
  if (isStale(template as Template, booking, now)) return undefined
  if (template === 'how-was-it' && !(await isAsked(booking, side, now))) return undefined
  const move = await proposalOf(template, booking)
  if (template in aboutMoves && !move) return undefined

  const [user, other] = side === 'mentor' ? [booking.mentor!, booking.mentee] : [booking.mentee!, booking.mentor]
  const [reader] = await disclose('mail', template, user.id, pick(user, 'email', 'timeZone'))
  const { zone, ...known } = await knownOf(template, booking, side, other)
  const others = side === 'mentee' ? await namesOfOthers(template, booking, now) : []
  return {
    ...known,
    otherSide: known.name ?? (side === 'mentor' ? 'Your mentee' : 'Your mentor'),
    others,
    to: reader.email,
    link: `${config.baseUrl}/sessions/${booking.id}`,
    ...{ side, startsAt, endsAt, respondBy, state, endedBy, proposed: move?.startsAt, proposedBy: move?.proposedBy },
    when: (instant: Date) => timeForReader(instant, reader.timeZone, zone),
    calendar: forCalendars.includes(template) ? invitation(booking, reader.email, now) : undefined,
  }
}

/** Another time that is proposed, or was the last to be taken back, where the letter is about that. */
function proposalOf(template: string, { id: bookingId }: Booking) {
  const state = aboutMoves[template as keyof typeof aboutMoves] ?? 'open'
  return BookingMove.findOne({ where: { bookingId, state }, order: [['createdAt', 'desc']] })
}

/** Of mentors who could help instead; their own names, so it is noted for each. */
async function namesOfOthers(template: string, booking: Booking, now: Date) {
  const others = await othersFor(booking, now)
  const told = others.map(({ mentor }) => disclose('mail', template, mentor.id, pick(mentor, 'name')))
  return (await Promise.all(told)).map(([{ name }]) => name)
}

/** A reminder counts as long as it is the one of this time: a move takes it back. */
function isStale(template: Template, booking: Booking, now: Date) {
  const { states } = templates[template]
  if (states && !states.includes(booking.state)) return true
  if (template === 'request-waits') return booking.respondBy! <= now
  const reminded = { 'reminder-day': booking.dayRemindedAt, 'reminder-hour': booking.hourRemindedAt }
  return template in reminded && (!reminded[template as keyof typeof reminded] || booking.startsAt <= now)
}

/** What the one side learns of the other; somebody who has left is not named any more. */
async function knownOf(template: string, booking: Booking, side: Side, other?: User | null) {
  if (!other) return {}
  if (side === 'mentor') {
    const picks = [pick(other, 'name', 'email'), pick(booking, 'message')] as const
    const [{ name, email }, { message }] = await disclose('mail', template, other.id, ...picks)
    return { name, address: email, message }
  }
  const picks = [pick(other, 'name', 'timeZone'), pick(booking, 'mentorWords')] as const
  const [{ name, timeZone }, { mentorWords }] = await disclose('mail', template, other.id, ...picks)
  return { name, zone: timeZone, mentorWords }
}
