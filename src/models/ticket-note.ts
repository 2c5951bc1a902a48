import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

/** What staff write for each other. No query for the requester ever touches this table. */
export class TicketNote extends Row<TicketNote> {
  declare id: CreationOptional<string>
  declare ticketId: string
  declare requesterId: CreationOptional<string | null>
  declare staffId: string | null
  declare body: string
  declare createdAt: CreationOptional<Date>
  declare staff?: NonAttribute<User | null>

  static latestOn(ticket: { id: string }) {
    const include = { association: 'staff', attributes: ['name', 'role'] }
    return TicketNote.findAll({ where: { ticketId: ticket.id }, include, order: [['createdAt', 'desc']], limit: 50 })
  }
}

table(TicketNote, 'ticket_notes', {
  title: 'Notes of our staff on your tickets',
  section: 'support',
  purpose: 'To hand a ticket from one of us to another',
  lawfulBasis: 'legitimate interest',
  onErasure: 'anonymised',
  retention: { asLongAs: 'ticketId' },
  exportedAs: 'support/notes.json',
  partOf: { table: 'tickets', by: 'ticketId', named: 'ref' },
  columns: {
    id: plain(DataTypes.UUID, key),
    ticketId: plain(DataTypes.UUID),
    requesterId: person('requester'),
    staffId: duty(),
    body: personal(DataTypes.TEXT, {
      category: 'correspondence',
      label: 'the words of the note',
      seenBy: ['staff'],
      withheld: 'it may speak of others; ask by a privacy inquiry, and a person goes through it with you',
      onErasure: scrubbed,
    }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
