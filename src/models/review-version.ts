import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What a review said before its writer changed it. */
export class ReviewVersion extends Row<ReviewVersion> {
  declare id: CreationOptional<string>
  declare reviewId: string
  declare writerId: string | null
  declare rating: number
  declare body: string | null
  declare createdAt: CreationOptional<Date>
}

const opinion = { category: 'opinion', seenBy: ['everyone'] } as const

table(ReviewVersion, 'review_versions', {
  title: 'What your reviews said before',
  section: 'words',
  purpose: 'To show that a review was changed, and what it said',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'reviewId' },
  exportedAs: 'words/review-versions.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    reviewId: plain(DataTypes.UUID),
    writerId: person('writer'),
    rating: personal(DataTypes.INTEGER, opinion),
    body: personal(DataTypes.TEXT, { ...opinion, label: 'review' }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
