import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept, scrubbed } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'
import type { Ticket } from './ticket.ts'
import type { User } from './user.ts'

const LOOK = 'looked at a private page'
export const FOUND = 'found by a search'
const FIFTEEN_MINUTES = 15 * 60 * 1000
const PAGE = 50
const { order, behind } = keyset({
  table: 'staff_actions',
  model: 'StaffAction',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

/** What one of us looked at or did, and why. The person it was about can read it. */
export class StaffAction extends Row<StaffAction> {
  declare id: CreationOptional<string>
  declare staffId: string | null
  declare aboutId: CreationOptional<string | null>
  declare ticketId: CreationOptional<string | null>
  declare action: string
  declare reason: string
  declare createdAt: CreationOptional<Date>
  declare staff?: NonAttribute<User | null>
  declare about?: NonAttribute<User | null>
  declare ticket?: NonAttribute<Ticket | null>

  /** Whether this staff member has given a reason to look at a person in the last 15 minutes. */
  static async mayLook(staff: User, aboutId: string, now: Date) {
    return (
      (await StaffAction.count({ where: { staffId: staff.id, aboutId, action: LOOK, createdAt: lately(now) } })) > 0
    )
  }

  static look(staff: User, aboutId: string, reason: string, now: Date) {
    return StaffAction.create({ staffId: staff.id, aboutId, action: LOOK, reason, createdAt: now })
  }

  /** Those of these people whom a search of this staff member has found in the last 15 minutes: they can read that it did. */
  static async foundBy(staff: User, ids: string[], now: Date) {
    const where = { staffId: staff.id, aboutId: ids, action: FOUND, createdAt: lately(now) }
    const rows = await StaffAction.findAll({ where, attributes: ['aboutId'] })
    return rows.map(({ aboutId }) => aboutId!)
  }

  /** Notes what somebody does with a ticket, which is the reason for it. */
  static onTicket(staff: User, action: string, ticket: Ticket, now: Date) {
    const reason = `ticket ${ticket.ref}`
    return StaffAction.create({
      staffId: staff.id,
      aboutId: ticket.requesterId,
      ticketId: ticket.id,
      action,
      reason,
      createdAt: now,
    })
  }

  /** The same for looking at it, once in 15 minutes. */
  static async lookAtTicket(staff: User, action: string, ticket: Ticket, now: Date) {
    const known = { staffId: staff.id, ticketId: ticket.id, action, createdAt: lately(now) }
    if (!(await StaffAction.count({ where: known }))) await StaffAction.onTicket(staff, action, ticket, now)
  }

  /** Notes that somebody read what a person wrote to us, once in 15 minutes. */
  static async readOnce(staff: User, aboutId: string, action: string, reason: string, now: Date) {
    const known = { staffId: staff.id, aboutId, action, createdAt: lately(now) }
    if (await StaffAction.count({ where: known })) return
    await StaffAction.create({ staffId: staff.id, aboutId, action, reason, createdAt: now })
  }

  static latestOn(ticket: { id: string }) {
    const include = { association: 'staff', attributes: ['name'] }
    return StaffAction.findAll({ where: { ticketId: ticket.id }, include, order, limit: PAGE })
  }

  /** A screenful of what our staff did, the latest first; `before` is the last one of the page before. */
  static async page(before: unknown) {
    const rows = await StaffAction.findAll({
      where: { [Op.and]: [behind(before)] },
      include: [
        { association: 'staff', attributes: ['name'] },
        { association: 'about', attributes: ['id', 'name'] },
        { association: 'ticket', attributes: ['ref'] },
      ],
      order,
      limit: PAGE + 1,
    })
    const actions = rows.slice(0, PAGE)
    return { actions, older: rows.length > PAGE ? actions.at(-1)!.id : undefined }
  }
}

function lately(now: Date) {
  return { [Op.gt]: new Date(now.getTime() - FIFTEEN_MINUTES) }
}

const audited = kept('it tells what our staff did, not to whom')

table(StaffAction, 'staff_actions', {
  title: 'When our staff looked or acted',
  section: 'privacy',
  purpose: 'To hold our staff to a reason',
  lawfulBasis: 'legitimate interest',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'createdAt', because: 'misuse may come to light late' },
  exportedAs: 'privacy/staff-actions.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    staffId: duty(),
    aboutId: person('subject'),
    ticketId: plain(DataTypes.UUID),
    action: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'], onErasure: audited }),
    reason: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'], onErasure: scrubbed }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
