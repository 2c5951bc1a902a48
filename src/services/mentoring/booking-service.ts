import { together } from '../../db/together.ts'
import { isTaken } from '../../lib/taken.ts'
import type { Side } from '../../models/booking.ts'
import { Booking, Meeting, MentorProfile, type SessionType, type User } from '../../models/index.ts'
import { freeTimesOf, isGone } from './availability.ts'
import { change, end, note, step, tell, toBoth } from './booking-changes.ts'
import { holdUntil, layIntoCart, objectionTo } from './holds.ts'
import { letMeet } from './meetings.ts'
import { hoursOf } from './mentor-profile.ts'
import { inMentorsTurn } from './mentors-turn.ts'
import { isOffered } from './session-types.ts'
import { respondBy, sweepHolds } from './waiting.ts'

/** So many requests of one mentee may wait for the same mentor. */
const MOST_REQUESTS = 2
const MINUTE = 60_000

export type Refusal = 'taken' | 'busy' | 'too many' | 'closed' | 'own' | 'holding' | 'over' | 'changed'
type Wish = { type: SessionType; start: Date; message: string; clientToken: string }

/** Takes back what was begun. Nothing has changed, so nobody works out again when the mentor is free. */
class Refused extends Error {
  refusal: Refusal

  constructor(refusal: Refusal) {
    super()
    this.refusal = refusal
  }
}

export class BookingService {
  /**
   * Books a time that a mentor offers, asks for it where they answer first, or holds it in the cart where it has a price.
   * The same form sent twice books once. Of many who want the same minutes one gets them; the others, and who may not, are told why.
   */
  async book(mentee: User, mentor: User, wish: Wish, now: Date): Promise<Booking | Refusal> {
    // Where many want the same time, those who come too late need not wait for their turn to hear it.
    if (await isGone(mentor.id, mentee.id, spanOf(wish), now)) return 'taken'
    try {
      return await inMentorsTurn(mentor.id, now, async () => {
        // Again: somebody else may have had their turn meanwhile, and most of those who wait lose to them.
        if (await isGone(mentor.id, mentee.id, spanOf(wish), now)) throw new Refused('taken')
        const booked = await this.place(mentee, mentor, wish, now)
        if (typeof booked === 'string') throw new Refused(booked)
        return booked
      })
    } catch (error) {
      if (error instanceof Refused) return error.refusal
      if (isTaken(error, 'bookings_mentor_overlap')) return 'taken'
      if (isTaken(error, 'bookings_mentee_overlap')) return 'busy'
      if (!isTaken(error, 'bookings_mentee_id_client_token_key')) throw error
      return asItStands((await madeBefore(mentee, wish))!, now)
    }
  }

  /** A mentor says yes. False: it was cancelled or ran out before. */
  async accept(booking: Booking, now: Date) {
    if (!booking.canBeAnsweredAt(now)) return false
    const to = { state: 'confirmed', respondBy: null } as const
    const work = () => change(booking, { from: 'requested', to, what: 'accepted', by: 'mentor' }, now)
    return step(booking, now, work, toBoth('booking-confirmed', booking))
  }

  /** A mentor says no, with words if they like. */
  async decline(booking: Booking, mentorWords: string | null, now: Date) {
    if (booking.state !== 'requested') return false
    const work = () => end(booking, 'declined', 'mentor', now, { mentorWords })
    return step(booking, now, work, [['booking-declined', booking.menteeId]])
  }

  /** One of the two does not come, or our staff end it. Only the mentor says why: a mentee owes no reason (P09). */
  async cancel(booking: Booking, by: Side | 'staff', mentorWords: string | null, now: Date) {
    if (!booking.isAheadAt(now)) return false
    const more = by === 'mentor' ? { mentorWords } : {}
    return step(booking, now, () => end(booking, 'cancelled', by, now, more), toBoth('booking-cancelled', booking))
  }

  /** A mentor, or one of our staff, says where they meet. Zoom is not needed any more. */
  giveLink(booking: Booking, meetingLink: string, by: 'mentor' | 'staff', now: Date) {
    return together(async () => {
      const given = await change(booking, { from: 'confirmed', to: { meetingLink }, what: 'link given', by }, now)
      if (given) await Meeting.destroy({ where: { bookingId: booking.id } })
      return given
    })
  }

  private async place(mentee: User, mentor: User, wish: Wish, now: Date) {
    const { type, start, message, clientToken } = wish
    const before = await madeBefore(mentee, wish)
    if (before) return asItStands(before, now)
    if (mentee.id === mentor.id) return 'own'

    const hours = (await takesBookings(mentor)) && (await hoursOf(mentor.id))
    if (!hours) return 'closed'
    if (!(await isOffered(type))) return 'changed'
    const waiting = { mentorId: mentor.id, menteeId: mentee.id, state: 'requested' }
    if (type.needsApproval && (await Booking.count({ where: waiting })) >= MOST_REQUESTS) return 'too many'
    await sweepHolds(mentor.id, now)
    const ends = new Date(spanOf(wish).until)
    // Before the time itself: what is gone to oneself, in another tab, is not gone to somebody else.
    const objection = await objectionTo(mentee, { from: start, until: ends, costs: !type.isFree }, now)
    if (objection) return objection
    const [free] = await freeTimesOf(hours, type.minutes, now, { from: start.getTime(), until: start.getTime() + 1 })
    if (free?.getTime() !== start.getTime()) return 'taken'

    const state = type.isFree ? (type.needsApproval ? 'requested' : 'confirmed') : 'held'
    const booking = await Booking.create({
      ...{ mentorId: mentor.id, menteeId: mentee.id, typeId: type.id, title: type.title },
      ...{ priceMinor: type.priceMinor, currency: type.currency, startsAt: start, endsAt: ends },
      busyFrom: new Date(start.getTime() - hours.bufferBefore * MINUTE),
      busyUntil: new Date(ends.getTime() + hours.bufferAfter * MINUTE),
      ...{ state, holdExpiresAt: state === 'held' ? holdUntil(now) : null },
      respondBy: state === 'requested' ? respondBy(start, now) : null,
      ...{ message, menteeZone: mentee.timeZone, clientToken, createdAt: now },
    })
    if (booking.state === 'confirmed') await letMeet(booking.id)
    await (state === 'held' ? layIntoCart(booking, now) : announce(booking, now))
    return booking
  }
}

export const bookingService = new BookingService()

/** Writes down how a booking came about, and tells whom it concerns. Part of booking, or of being paid. */
export async function announce(booking: Booking, now: Date) {
  const asks = booking.state === 'requested'
  await note(booking, asks ? 'requested' : 'booked', 'mentee', now)
  await tell(booking, asks ? [['booking-requested', booking.mentorId]] : toBoth('booking-confirmed', booking))
}

/** Whether somebody can book with a mentor at all. */
export async function takesBookings(mentor: User) {
  if (mentor.isLeaving || mentor.suspendedAt) return false
  return (await MentorProfile.count({ where: { mentorId: mentor.id, listing: 'listed' } })) > 0
}

function spanOf({ type, start }: Wish) {
  return { from: start.getTime(), until: start.getTime() + type.minutes * MINUTE }
}

/** A form that is sent again much later finds what it booked once, and not as if that were still so. */
function asItStands(booking: Booking, now: Date): Booking | Refusal {
  const isLapsed = booking.holdExpiresAt !== null && booking.holdExpiresAt <= now
  return booking.isAheadAt(now) && !isLapsed ? booking : 'over'
}

function madeBefore({ id }: User, { clientToken }: Wish) {
  return Booking.findOne({ where: { menteeId: id, clientToken } })
}
