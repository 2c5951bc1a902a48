import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Side } from './booking.ts'
import { Row } from './row.ts'

/** Who opened the door of a session, and when Zoom saw them come and go. Tells who came, and nothing else. */
export class SessionVisit extends Row<SessionVisit> {
  declare id: CreationOptional<string>
  declare bookingId: string
  declare memberId: string
  declare side: Side
  declare what: 'opened' | 'joined' | 'left'
  declare createdAt: CreationOptional<Date>

  /** What is told twice is kept once. */
  static note(visit: Pick<SessionVisit, 'bookingId' | 'memberId' | 'side' | 'what'> & { createdAt: Date }) {
    return SessionVisit.bulkCreate([visit], { ignoreDuplicates: true })
  }
}

table(SessionVisit, 'session_visits', {
  title: 'When you came to a session',
  section: 'sessions',
  purpose: 'To settle who came, should the two of you not agree',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '30 days', from: 'createdAt', because: 'a session is closed three days after it was over' },
  exportedAs: 'sessions/visits.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    bookingId: plain(DataTypes.UUID),
    memberId: person('member'),
    side: plain(DataTypes.TEXT),
    what: plain(DataTypes.TEXT),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'when', seenBy: ['staff'] }, today),
  },
})
