import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept, scrubbed } from '../privacy/vocabulary.ts'
import type { Side } from './booking.ts'
import type { ReportReason } from './report.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

/** What one of the two says of a session. The other reads it once both have written, or after seven days. */
export class SessionReview extends Row<SessionReview> {
  declare id: CreationOptional<string>
  declare bookingId: string
  declare writerId: string | null
  /** Whom it is about. */
  declare subjectId: string | null
  declare side: Side
  declare rating: number
  declare body: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare publishedAt: CreationOptional<Date | null>
  declare removedAt: CreationOptional<Date | null>
  declare removedBecause: CreationOptional<ReportReason | null>
  declare writer?: NonAttribute<User | null>
  declare subject?: NonAttribute<User | null>

  isBy(user?: { id: string }) {
    return user !== undefined && this.writerId === user.id
  }
}

const words = { of: 'writer', category: 'opinion', seenBy: ['everyone', 'subject'] } as const

table(SessionReview, 'session_reviews', {
  title: 'Reviews of sessions',
  section: 'words',
  purpose: 'To help others choose a mentor',
  lawfulBasis: 'contract',
  onErasure: { writer: 'as chosen', subject: 'deleted' },
  hiddenUntil: { subject: 'publishedAt' },
  retention: { asLongAs: 'bookingId' },
  exportedAs: 'words/session-reviews.json',
  editedAt: '/sessions',
  columns: {
    id: plain(DataTypes.UUID, key),
    bookingId: plain(DataTypes.UUID),
    writerId: person('writer'),
    subjectId: person('subject'),
    side: plain(DataTypes.TEXT),
    rating: personal(DataTypes.INTEGER, { ...words, onErasure: kept('a number names nobody') }),
    body: personal(DataTypes.TEXT, { ...words, label: 'review', onErasure: scrubbed }),
    createdAt: plain(DataTypes.DATE, today),
    publishedAt: plain(DataTypes.DATE),
    removedAt: plain(DataTypes.DATE),
    removedBecause: plain(DataTypes.TEXT),
  },
})
