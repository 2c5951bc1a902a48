import type { BookingState } from '../../models/booking.ts'
import { Booking, BookingEvent, Meeting } from '../../models/index.ts'
import { post } from '../mail/post.ts'
import type { Template } from '../mail/templates.ts'
import { squareSession } from '../shop/refunds/sessions.ts'
import { refundPercent } from './cancellation-policy.ts'
import { letMeet } from './meetings.ts'
import { inMentorsTurn } from './mentors-turn.ts'
import { similarTo } from './similar-mentors.ts'

export type Actor = BookingEvent['actor']
export type Happening =
  | 'requested'
  | 'booked'
  | Ending
  | 'accepted'
  | 'paid'
  | 'completed'
  | MoveStep
  | 'link given'
  | 'said who came'
  | 'who came decided'
type Ending = 'declined' | 'cancelled' | 'expired'
type MoveStep = 'move proposed' | 'move accepted' | 'move refused' | 'move withdrawn'

type Change = { from: BookingState; to: Partial<Booking>; what: Happening; by: Actor }

/**
 * Changes a booking if it still is what it was when it was read, and writes a line of its timeline. False, and nothing
 * done, where somebody else was faster: of two changes at the same time exactly one takes place. Calendars take only what
 * has a higher sequence than they know.
 */
export async function change(booking: Booking, { from, to, what, by }: Change, now: Date) {
  const { id, version, sequence } = booking
  const isForCalendars = from === 'confirmed' && Boolean(to.startsAt ?? to.endedAt)
  const anew = to.startsAt && { dayRemindedAt: null, hourRemindedAt: null }
  const [count, [changed]] = await Booking.update(
    { ...to, ...anew, version: version + 1, sequence: isForCalendars ? sequence + 1 : sequence },
    { where: { id, version, state: from }, returning: true },
  )
  if (count === 0) return false

  booking.set(changed!.get())
  if (to.state === 'confirmed') await letMeet(id)
  else if (to.startsAt) await letMeet(id, 'move-meeting')
  await note(booking, what, by, now)
  await squareSession(booking, now)
  return true
}

export function note({ id }: Booking, what: Happening, by: Actor, now: Date) {
  return BookingEvent.create({ bookingId: id, what, actor: by, createdAt: now })
}

/**
 * Ends a booking that is asked for, agreed or held. Its meeting goes with it, and by a trigger Zoom's. Where it is not the
 * mentee who lets it go, others who could help are noted for them.
 */
export async function end(booking: Booking, what: Ending, by: Actor, now: Date, more: Partial<Booking> = {}) {
  const { id, state: from } = booking
  const isLeftAlone = by !== 'mentee' && from !== 'held' && booking.menteeId
  const similarIds = isLeftAlone ? await similarTo(booking, now) : []
  const refund = from === 'held' ? {} : { refundPercent: refundPercent(booking, by, now) }
  const over = { state: what, endedBy: by, endedAt: now, respondBy: null, holdExpiresAt: null }
  const to = { ...refund, ...more, similarIds, ...over }
  const ended = await change(booking, { from, to, what, by }, now)
  if (ended && from === 'confirmed') await Meeting.destroy({ where: { bookingId: id } })
  return ended
}

/** The same for one more step: in the mentor's turn, and with letters for whoever has to know if it took place. */
export function step(booking: Booking, now: Date, work: () => Promise<boolean>, letters: [Template, string | null][]) {
  return inMentorsTurn(booking.mentorId, now, async () => {
    const done = await work()
    if (done) await tell(booking, letters)
    return done
  })
}

export async function tell({ id }: Booking, letters: [Template, string | null][]) {
  for (const [template, userId] of letters) if (userId) await post(template, { userId, aboutId: id })
}

/** Whoever acted gets the letter as well: it brings the entry of their calendar up to date. */
export function toBoth(template: Template, { mentorId, menteeId }: Booking): [Template, string | null][] {
  return [
    [template, menteeId],
    [template, mentorId],
  ]
}
