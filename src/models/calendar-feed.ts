import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** A secret address from which calendars read somebody's sessions. Its secret is signed, not kept. */
export class CalendarFeed extends Row<CalendarFeed> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare createdAt: CreationOptional<Date>
}

table(CalendarFeed, 'calendar_feeds', {
  title: 'Your calendar address',
  section: 'sessions',
  purpose: 'To let your own calendar show your sessions',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'memberId' },
  exportedAs: 'sessions/calendar.json',
  editedAt: '/sessions',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    createdAt: personal(DataTypes.DATE, { category: 'preference', label: 'since' }, today),
  },
})
