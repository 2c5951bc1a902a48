import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'

/** One entry of a ticket's thread. Both sides belong to the requester: they may read and take all of it. */
export class TicketReply extends Model<InferAttributes<TicketReply>, InferCreationAttributes<TicketReply>> {
  declare id: CreationOptional<string>
  declare ticketId: string
  declare requesterId: CreationOptional<string | null>
  declare staffId: CreationOptional<string | null>
  declare side: 'requester' | 'staff'
  declare body: string
  declare createdAt: CreationOptional<Date>
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
