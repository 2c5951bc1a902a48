import { type CreationOptional, DataTypes, literal, type NonAttribute, Op, where } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, kept, scrubbed } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

export const ticketCategories = [
  'general',
  'booking',
  'payment',
  'invoice',
  'privacy',
  'export',
  'deletion',
  'report',
] as const
export type TicketCategory = (typeof ticketCategories)[number]
export type TicketQueue = 'support' | 'privacy'

const PAGE = 50
const { order, behind } = keyset({
  table: 'tickets',
  model: 'Ticket',
  column: 'due_at',
  attribute: 'dueAt',
  direction: 'asc',
})

type Filter = { queue?: TicketQueue; status?: Ticket['status']; mine?: boolean; after?: unknown }

export class Ticket extends Row<Ticket> {
  declare id: CreationOptional<string>
  declare ref: string
  /** Null for a visitor, who is known by their address alone, and once the requester has been erased. */
  declare requesterId: CreationOptional<string | null>
  declare visitorEmail: CreationOptional<string | null>
  declare category: TicketCategory
  declare queue: TicketQueue
  declare subject: string
  declare status: CreationOptional<'open' | 'answered' | 'resolved'>
  declare assigneeId: CreationOptional<string | null>
  declare browser: string | null
  declare os: string | null
  declare dueAt: Date
  declare createdAt: CreationOptional<Date>
  declare resolvedAt: CreationOptional<Date | null>
  declare requester?: NonAttribute<User | null>
  declare assignee?: NonAttribute<User | null>

  /** The queues a staff member works in: requests about rights are for privacy officers alone. */
  static queuesOf(staff: User): TicketQueue[] {
    return staff.isPrivacyOfficer ? ['support', 'privacy'] : ['support']
  }

  /** Nobody works on what they asked themselves: for them it stands on the other side of the counter. */
  static notBy({ id }: User) {
    return { requesterId: { [Op.or]: [{ [Op.is]: null }, { [Op.ne]: id }] } }
  }

  /** A screenful of tickets, what is due first on top; `after` is the last one of the page before. */
  static async pageFor(staff: User, { queue, status, mine, after }: Filter) {
    const asked = Ticket.queuesOf(staff).filter((name) => !queue || name === queue)
    const wanted = { queue: asked, status: status ?? 'open', ...(mine ? { assigneeId: staff.id } : {}) }
    const rows = await Ticket.findAll({
      where: { [Op.and]: [wanted, Ticket.notBy(staff), behind(after)] },
      include: { association: 'assignee', attributes: ['name'] },
      order,
      limit: PAGE + 1,
    })
    const tickets = rows.slice(0, PAGE)
    return { tickets, after: rows.length > PAGE ? tickets.at(-1)!.id : undefined }
  }

  /** Answered tickets in which nobody has written a word since. */
  static answeredBefore(instant: Date) {
    const last = literal('(select max(created_at) from ticket_replies where ticket_id = "Ticket".id)')
    return Ticket.findAll({ where: { [Op.and]: [{ status: 'answered' }, where(last, Op.lt, instant)] } })
  }

  /** What their own list shows of each. */
  static latestBy(user: User) {
    const attributes = ['ref', 'subject', 'category', 'status', 'createdAt']
    return Ticket.findAll({ attributes, where: { requesterId: user.id }, order: [['createdAt', 'desc']], limit: 100 })
  }

  get isOpen(): NonAttribute<boolean> {
    return this.status !== 'resolved'
  }

  /** Asked by somebody who has no account, and who reads it by a link we sent them. */
  get isVisitors(): NonAttribute<boolean> {
    return this.requesterId === null && this.visitorEmail !== null
  }

  isOverdueAt(now: Date) {
    return this.status === 'open' && this.dueAt < now
  }

  resolve(now: Date) {
    return this.update({ status: 'resolved', resolvedAt: this.resolvedAt ?? now })
  }
}

const disputes = 'it tells what was asked, not by whom'
const technical = { category: 'technical', seenBy: ['staff'], onErasure: cleared } as const

table(Ticket, 'tickets', {
  title: 'Support tickets',
  section: 'support',
  purpose: 'To answer you, and to show what was agreed if it is disputed',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'resolvedAt', because: 'disputes may be raised for as long (P30)' },
  exportedAs: 'support/tickets.json',
  editedAt: '/support',
  columns: {
    id: plain(DataTypes.UUID, key),
    ref: plain(DataTypes.TEXT),
    requesterId: person('requester'),
    visitorEmail: personal(DataTypes.CITEXT, { category: 'contact', seenBy: ['staff', 'mail'], onErasure: cleared }),
    category: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'], onErasure: kept(disputes) }),
    queue: plain(DataTypes.TEXT),
    subject: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff', 'mail'], onErasure: scrubbed }),
    status: plain(DataTypes.TEXT, { defaultValue: 'open' }),
    assigneeId: duty(),
    browser: personal(DataTypes.TEXT, technical),
    os: personal(DataTypes.TEXT, technical),
    dueAt: plain(DataTypes.DATE),
    createdAt: plain(DataTypes.DATE, today),
    resolvedAt: plain(DataTypes.DATE),
  },
})
