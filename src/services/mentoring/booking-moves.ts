import { Op } from 'sequelize'
import { isTaken } from '../../lib/taken.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingMove, SingleTime } from '../../models/index.ts'
import { freeTimesOf } from './availability.ts'
import { change, note, step, toBoth } from './booking-changes.ts'
import { hoursOf } from './mentor-profile.ts'
import { inMentorsTurn } from './mentors-turn.ts'
import type { Span } from './slots.ts'
import { sweepHolds } from './waiting.ts'

/** So often may each of the two propose another time for a session. */
export const MOST_PROPOSALS = 3

export const otherSide = { mentor: 'mentee', mentee: 'mentor' } as const satisfies Record<Side, Side>

/** When a session could be instead. Its own time is no obstacle, and a mentor may go below the notice they ask for. */
export async function timesToMove(booking: Booking, by: Side, now: Date, span?: Span) {
  const hours = booking.mentorId && (await hoursOf(booking.mentorId))
  if (!hours) return []
  const asked = by === 'mentor' ? { ...hours, noticeMinutes: 0 } : hours
  const times = await freeTimesOf(asked, minutesOf(booking), now, span, booking.id)
  return times.filter((time) => time.getTime() !== booking.startsAt.getTime())
}

/** How often one of the two may still propose another time. */
export async function proposalsLeft({ id }: Booking, by: Side) {
  return MOST_PROPOSALS - (await BookingMove.count({ where: { bookingId: id, proposedBy: by } }))
}

/**
 * Proposes another time; the old one stands until the other side agrees. False: it is not free, cannot be moved, or they
 * have proposed often enough.
 */
export function proposeMove(booking: Booking, by: Side, start: Date, now: Date) {
  const other = by === 'mentor' ? booking.menteeId : booking.mentorId
  const work = async () => {
    await booking.reload()
    if (booking.state !== 'confirmed' || !booking.isAheadAt(now)) return false
    if ((await proposalsLeft(booking, by)) <= 0) return false
    const [free] = await timesToMove(booking, by, now, { from: start.getTime(), until: start.getTime() + 1 })
    if (free?.getTime() !== start.getTime()) return false

    await BookingMove.update({ state: 'withdrawn' }, { where: { bookingId: booking.id, state: 'open' } })
    const endsAt = new Date(start.getTime() + minutesOf(booking) * 60_000)
    const move = { bookingId: booking.id, proposedBy: by, startsAt: start, endsAt, createdAt: now }
    await BookingMove.create(move)
    await note(booking, 'move proposed', by, now)
    return true
  }
  return step(booking, now, work, [['booking-move', other]])
}

/**
 * The other side agrees. False: the time is gone, its mentor has said meanwhile that they are away then, or the proposal is
 * not open any more.
 */
export async function acceptMove(booking: Booking, move: BookingMove, now: Date) {
  const by = otherSide[move.proposedBy]
  const work = async () => {
    if (!booking.isAheadAt(now) || move.startsAt <= now || !(await isOpen(move))) return false
    if (move.proposedBy === 'mentor' && (await isAwayAt(booking, move))) return false
    if (booking.mentorId) await sweepHolds(booking.mentorId, now)
    const later = move.startsAt.getTime() - booking.startsAt.getTime()
    const shifted = (time: Date) => new Date(time.getTime() + later)
    const to = {
      ...{ startsAt: move.startsAt, endsAt: move.endsAt },
      ...{ busyFrom: shifted(booking.busyFrom), busyUntil: shifted(booking.busyUntil) },
    }
    const moved = await change(booking, { from: 'confirmed', to, what: 'move accepted', by }, now)
    return moved && settle(move, 'accepted')
  }
  try {
    return await step(booking, now, work, toBoth('booking-confirmed', booking))
  } catch (error) {
    const isGone = isTaken(error, 'bookings_mentor_overlap') || isTaken(error, 'bookings_mentee_overlap')
    if (!isGone) throw error
    return false
  }
}

/** The old time stands. */
export function refuseMove(booking: Booking, move: BookingMove, now: Date) {
  return inMentorsTurn(booking.mentorId, now, async () => {
    if (!(await settle(move, 'refused'))) return false
    await note(booking, 'move refused', otherSide[move.proposedBy], now)
    return true
  })
}

/** Whoever proposed takes it back before there is an answer; both are told. It counts among their proposals. */
export function withdrawMove(booking: Booking, move: BookingMove, now: Date) {
  const work = async () => {
    if (!(await settle(move, 'withdrawn'))) return false
    await note(booking, 'move withdrawn', move.proposedBy, now)
    return true
  }
  return step(booking, now, work, toBoth('move-withdrawn', booking))
}

async function isOpen({ id }: BookingMove) {
  return (await BookingMove.count({ where: { id, state: 'open' } })) === 1
}

async function isAwayAt({ mentorId }: Booking, { startsAt, endsAt }: BookingMove) {
  const overlapping = { startsAt: { [Op.lt]: endsAt }, endsAt: { [Op.gt]: startsAt } }
  return (await SingleTime.count({ where: { mentorId: mentorId ?? [], kind: 'away', ...overlapping } })) > 0
}

async function settle({ id }: BookingMove, state: 'accepted' | 'refused' | 'withdrawn') {
  const [count] = await BookingMove.update({ state }, { where: { id, state: 'open' } })
  return count === 1
}

function minutesOf({ startsAt, endsAt }: Booking) {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000
}
