import { Op } from 'sequelize'
import { together } from '../../db/together.ts'
import { keyset } from '../../lib/keyset.ts'
import { instantAt, wallAt } from '../../lib/zones.ts'
import type { Outcome } from '../../models/booking.ts'
import { Booking, StaffAction, type User } from '../../models/index.ts'
import { refundFor } from '../mentoring/attendance.ts'
import { change } from '../mentoring/booking-changes.ts'
import { bookingService } from '../mentoring/booking-service.ts'
import { withoutLink } from '../mentoring/missing-links.ts'

const PAGE = 50
const DAY = 24 * 60 * 60 * 1000

const { order, behind } = keyset({
  table: 'bookings',
  model: 'Booking',
  column: 'starts_at',
  attribute: 'startsAt',
  direction: 'asc',
})

/** Of a list: when, with whom it is, and whether there is a link. Who booked is on the page of the session alone. */
const listed = {
  attributes: ['id', 'startsAt', 'endsAt', 'state', 'meetingLink'],
  include: [
    { association: 'mentor', attributes: ['name'] },
    { association: 'meeting', attributes: ['mentorLink', 'menteeLink'] },
  ],
  order,
}

/** What lacks a link, soonest first, and what takes place on the day of who looks. */
export async function sessionsForStaff({ timeZone }: User, now: Date, after: unknown) {
  const begin = instantAt(timeZone, `${wallAt(timeZone, now).slice(0, 10)}T00:00`)
  const today = { startsAt: { [Op.gte]: begin, [Op.lt]: new Date(begin.getTime() + DAY) } }
  const where = { [Op.and]: [{ state: 'confirmed' }, today, behind(after)] }
  const [missing, rows] = await Promise.all([
    Booking.findAll({ ...listed, where: withoutLink(now), limit: PAGE }),
    Booking.findAll({ ...listed, where, limit: PAGE + 1 }),
  ])
  return { missing, today: rows.slice(0, PAGE), after: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined }
}

/** Both can read that one of us has looked. */
export async function noteLook(staff: User, { mentorId, menteeId }: Booking, now: Date) {
  for (const id of [mentorId, menteeId]) {
    if (id) await StaffAction.readOnce(staff, id, 'opened a session', 'to look after the session', now)
  }
}

type Act = { booking: Booking; staff: User; reason: string; now: Date }

/** Each is done and noted, for both to read why, or not at all. False: it was not possible any more. */
export function giveLinkFor(act: Act, link: string) {
  return noted(act, 'gave a link to a session', () => bookingService.giveLink(act.booking, link, 'staff', act.now))
}

/** Who booked gets all of it back. */
export function cancelFor(act: Act) {
  return noted(act, 'cancelled a session', () => bookingService.cancel(act.booking, 'staff', null, act.now))
}

/** Once it is over, whether it has been closed or not. */
export function canBeDecided(booking: Booking, now: Date) {
  return booking.state === 'completed' || booking.canBeToldOfAt(now)
}

/** Also after it was closed, should it come out otherwise. */
export function decideWhoCame(act: Act, outcome: Outcome) {
  const { booking, now } = act
  const to = { state: 'completed', outcome, refundPercent: null, ...refundFor(outcome) } as const
  return noted(act, 'decided who came to a session', async () => {
    if (!canBeDecided(booking, now)) return false
    return change(booking, { from: booking.state, to, what: 'who came decided', by: 'staff' }, now)
  })
}

function noted({ booking, staff, reason, now }: Act, action: string, work: () => Promise<boolean>) {
  return together(async () => {
    if (!(await work())) return false
    const about = [booking.mentorId, booking.menteeId].filter((id) => id !== null)
    await StaffAction.bulkCreate(
      about.map((aboutId) => ({ staffId: staff.id, aboutId, action, reason, createdAt: now })),
    )
    return true
  })
}
