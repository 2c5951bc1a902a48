import { type CreationOptional, DataTypes } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Side } from './booking.ts'
import { Row } from './row.ts'

/** A line of a session's timeline: what happened, and which side did it. */
export class BookingEvent extends Row<BookingEvent> {
  declare id: CreationOptional<string>
  declare bookingId: string
  declare what: string
  declare actor: Side | 'staff' | 'time'
  declare createdAt: CreationOptional<Date>
}

table(BookingEvent, 'booking_events', {
  purpose: 'To show how a session came about',
  retention: { asLongAs: 'bookingId' },
  columns: {
    id: plain(DataTypes.UUID, key),
    bookingId: plain(DataTypes.UUID),
    what: plain(DataTypes.TEXT),
    actor: plain(DataTypes.TEXT),
    createdAt: plain(DataTypes.DATE, today),
  },
})
