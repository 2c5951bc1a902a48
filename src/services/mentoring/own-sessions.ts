import { Op, type WhereOptions } from 'sequelize'
import { keyset } from '../../lib/keyset.ts'
import { Booking, type User } from '../../models/index.ts'
import { neverPaid } from './holds.ts'

export const tabs = { upcoming: 'Upcoming', requests: 'Requests', past: 'Past' }
type Tab = keyof typeof tabs

const PAGE = 20

const list = { table: 'bookings', model: 'Booking', column: 'starts_at', attribute: 'startsAt' }
const soonest = keyset({ ...list, direction: 'asc' })
const newest = keyset({ ...list, direction: 'desc' })

/** Both people of a session as the other may see them: not where a mentee is, nor what they say of themselves (P09). */
export const people = [
  {
    association: 'mentor',
    attributes: ['id', 'name', 'slug', 'role', 'shown', 'photoId', 'timeZone', 'suspendedAt', 'erasureDueAt'],
  },
  { association: 'mentee', attributes: ['id', 'name', 'email', 'photoId'] },
]

/** Whether somebody booked with this mentor, or asked for it: who did is seen by them (P09). */
export async function haveBooked(mentor?: User, mentee?: User | null) {
  const where = {
    mentorId: mentor?.id ?? [],
    menteeId: mentee?.id ?? [],
    [Op.not]: { [Op.or]: [{ state: 'held' }, neverPaid] },
  }
  return (await Booking.count({ where })) > 0
}

export function tabOf(asked: unknown): Tab {
  return (Object.keys(tabs) as Tab[]).find((tab) => tab === asked) ?? 'upcoming'
}

/** A screenful of somebody's own sessions: what comes next first, and of what is over the latest. */
export async function sessionsOf({ id }: { id: string }, tab: Tab, now: Date, after?: unknown) {
  const { order, behind } = tab === 'past' ? newest : soonest
  const own = { [Op.or]: [{ mentorId: id }, { menteeId: id }] }
  const where = { [Op.and]: [own, conditions[tab](now), behind(after)] } as WhereOptions
  const rows = await Booking.findAll({ where, include: people, order, limit: PAGE + 1 })
  return { bookings: rows.slice(0, PAGE), after: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined }
}

const conditions = {
  upcoming: (now: Date) => ({ state: 'confirmed', endsAt: { [Op.gt]: now } }),
  requests: () => ({ state: 'requested' }),
  past: (now: Date) => ({
    [Op.or]: [
      { state: ['completed', 'declined', 'cancelled'] },
      { state: 'expired', endedBy: { [Op.ne]: neverPaid.endedBy } },
      { state: 'confirmed', endsAt: { [Op.lte]: now } },
    ],
  }),
}
