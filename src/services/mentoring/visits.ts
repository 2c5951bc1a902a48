import { Op } from 'sequelize'
import type { Outcome, Side } from '../../models/booking.ts'
import { type Booking, Meeting, SessionVisit } from '../../models/index.ts'

const MINUTE = 60_000
/** Whoever was together, or waited, for so long has come. */
const ENOUGH = 5 * MINUTE
/** A room is open for so long before and after. What happens in it at other times is no evidence. */
const AROUND = 15 * MINUTE

type Seen = { number: string; registrant: string; what: 'joined' | 'left'; at: Date }
type Stay = { from: number; until: number }

/** Keeps when one of the two came or went. Told twice it is kept once; of rooms that are none of ours, nothing. */
export async function noteVisit({ number, registrant, what, at }: Seen) {
  const isTheirs = { [Op.or]: [{ mentorRegistrant: registrant }, { menteeRegistrant: registrant }] }
  const meeting = await Meeting.findOne({ where: { number, ...isTheirs } })
  if (!meeting) return

  const side = meeting.mentorRegistrant === registrant ? 'mentor' : 'mentee'
  const memberId = side === 'mentor' ? meeting.mentorId : meeting.menteeId
  if (memberId) await SessionVisit.note({ bookingId: meeting.bookingId, memberId, side, what, createdAt: at })
}

/** What Zoom saw of each of these sessions, by booking. */
export async function visitsOf(bookings: Booking[]) {
  const where = { bookingId: bookings.map(({ id }) => id) }
  return Map.groupBy(await SessionVisit.findAll({ where, order: ['createdAt'] }), ({ bookingId }) => bookingId)
}

/**
 * Who came, as far as Zoom's log is clear about it: both were there together, or one was there and waited while the other
 * never came. Null where it is not, for instance when they met elsewhere.
 */
export function seenOutcome({ startsAt, endsAt }: Booking, visits: SessionVisit[] = []): Outcome | null {
  const open = { from: startsAt.getTime() - AROUND, until: endsAt.getTime() + AROUND }
  const mentor = staysOf(visits, 'mentor', open)
  const mentee = staysOf(visits, 'mentee', open)
  if (together(mentor, mentee) >= ENOUGH) return 'met'
  if (mentee.length === 0 && lengthOf(mentor) >= ENOUGH) return 'mentee missing'
  return mentor.length === 0 && lengthOf(mentee) >= ENOUGH ? 'mentor missing' : null
}

/** From coming to going; a going that Zoom did not tell of is the end. */
function staysOf(visits: SessionVisit[], side: Side, open: Stay) {
  const stays: Stay[] = []
  for (const { what, createdAt } of visits.filter((visit) => visit.side === side)) {
    const [time, last] = [createdAt.getTime(), stays.at(-1)]
    if (what === 'joined') stays.push({ from: Math.max(time, open.from), until: open.until })
    else if (what === 'left' && last) last.until = Math.min(last.until, time)
  }
  return stays.filter(({ from, until }) => from < until)
}

function together(ones: Stay[], others: Stay[]) {
  const shared = ones.flatMap((one) =>
    others.map((other) => Math.min(one.until, other.until) - Math.max(one.from, other.from)),
  )
  return Math.max(0, ...shared)
}

function lengthOf(stays: Stay[]) {
  return stays.reduce((sum, { from, until }) => sum + until - from, 0)
}
