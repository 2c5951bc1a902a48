import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Side } from './booking.ts'
import { Row } from './row.ts'

/** Another time that one of the two proposes. The old one stands until the other agrees. */
export class BookingMove extends Row<BookingMove> {
  declare id: CreationOptional<string>
  declare bookingId: string
  declare proposedBy: Side
  declare startsAt: Date
  declare endsAt: Date
  declare state: CreationOptional<'open' | 'accepted' | 'refused' | 'withdrawn'>
  declare createdAt: CreationOptional<Date>
}

table(BookingMove, 'booking_moves', {
  purpose: 'To agree on another time for a session',
  retention: { asLongAs: 'bookingId' },
  columns: {
    id: plain(DataTypes.UUID, key),
    bookingId: plain(DataTypes.UUID),
    proposedBy: plain(DataTypes.TEXT),
    startsAt: plain(DataTypes.DATE),
    endsAt: plain(DataTypes.DATE),
    state: plain(DataTypes.TEXT, { defaultValue: 'open' }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
