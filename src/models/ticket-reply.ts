import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'
import type { StoredFile } from './stored-file.ts'
import type { User } from './user.ts'

const PAGE = 50
const TEN_MINUTES = 10 * 60 * 1000

const { order, behind } = keyset({
  table: 'ticket_replies',
  model: 'TicketReply',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

/** One entry of a ticket's thread. Both sides belong to the requester: they may read and take all of it. */
export class TicketReply extends Row<TicketReply> {
  declare id: CreationOptional<string>
  declare ticketId: string
  declare requesterId: CreationOptional<string | null>
  declare staffId: CreationOptional<string | null>
  declare side: 'requester' | 'staff'
  declare body: string
  declare createdAt: CreationOptional<Date>
  declare attachments?: NonAttribute<StoredFile[]>
  declare staff?: NonAttribute<User | null>

  static latestOf(ticket: { id: string }) {
    return TicketReply.findOne({ where: { ticketId: ticket.id }, order })
  }

  /** A screenful of a thread in the order in which it was written: the latest, or what stands before a reply. */
  static async pageOf(ticket: { id: string }, before?: unknown) {
    const replies = await TicketReply.findAll({
      where: { [Op.and]: [{ ticketId: ticket.id }, behind(before)] },
      include: [
        { association: 'attachments', separate: true },
        { association: 'staff', attributes: ['name', 'role'] },
      ],
      order,
      limit: PAGE + 1,
    })
    const page = replies.slice(0, PAGE).reverse()
    return { replies: page, earlier: replies.length > PAGE ? page[0]!.id : undefined }
  }

  /** Whether this is what its writer has just sent, once more. */
  isSameAs({ side, staffId, body }: Pick<TicketReply, 'side' | 'body'> & { staffId?: string | null }, now: Date) {
    const recent = now.getTime() - this.createdAt.getTime() < TEN_MINUTES
    return recent && this.side === side && this.staffId === (staffId ?? null) && this.body === body
  }
}
table(TicketReply, 'ticket_replies', {
  title: 'Conversations with support',
  section: 'support',
  purpose: 'To answer you, and to show what was agreed if it is disputed',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'ticketId' },
  exportedAs: 'support/conversations/*.txt',
  editedAt: '/support',
  partOf: { table: 'tickets', by: 'ticketId', named: 'ref' },
  columns: {
    id: plain(DataTypes.UUID, key),
    ticketId: plain(DataTypes.UUID),
    requesterId: person('requester'),
    staffId: duty(),
    side: plain(DataTypes.TEXT),
    body: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff'], onErasure: scrubbed }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
