import { type CreationOptional, DataTypes, type NonAttribute, type Order } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, kept, scrubbed } from '../privacy/vocabulary.ts'
import type { Course } from './course.ts'
import type { ReportReason } from './report.ts'
import type { ReviewVersion } from './review-version.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

/** What a learner says of a course, and what its author answers. */
export class Review extends Row<Review> {
  declare id: CreationOptional<string>
  declare courseId: string
  declare enrolmentId: string | null
  declare writerId: string | null
  declare rating: number
  declare body: CreationOptional<string | null>
  /** Whether it is part of the mean: not once its money went back. */
  declare counts: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
  declare editedAt: CreationOptional<Date | null>
  declare authorId: CreationOptional<string | null>
  declare answer: CreationOptional<string | null>
  declare answeredAt: CreationOptional<Date | null>
  declare removedAt: CreationOptional<Date | null>
  declare removedBecause: CreationOptional<ReportReason | null>
  declare writer?: NonAttribute<User | null>
  declare course?: NonAttribute<Course>
  declare versions?: NonAttribute<ReviewVersion[]>

  /** Their latest of a course: who took it again after a refund may have written two. */
  static latestBy(writer: { id: string }, course: { id: string }) {
    const order: Order = [
      ['createdAt', 'desc'],
      ['id', 'desc'],
    ]
    return Review.findOne({ where: { writerId: writer.id, courseId: course.id }, order })
  }

  get isRemoved(): NonAttribute<boolean> {
    return this.removedAt !== null
  }

  isBy(user?: { id: string }) {
    return user !== undefined && this.writerId === user.id
  }
}

const review = { of: 'writer', category: 'opinion', seenBy: ['everyone', 'author'] } as const
const answer = { of: 'author', category: 'opinion', seenBy: ['everyone', 'writer'] } as const

table(Review, 'reviews', {
  title: 'Reviews of courses',
  section: 'words',
  purpose: 'To help others choose a course',
  lawfulBasis: 'contract',
  onErasure: { writer: 'as chosen', author: 'anonymised' },
  retention: { asLongAs: 'courseId' },
  exportedAs: 'words/reviews.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    courseId: plain(DataTypes.UUID),
    enrolmentId: plain(DataTypes.UUID),
    writerId: person('writer'),
    rating: personal(DataTypes.INTEGER, { ...review, onErasure: kept('a number names nobody') }),
    body: personal(DataTypes.TEXT, { ...review, label: 'review', onErasure: scrubbed }),
    counts: plain(DataTypes.BOOLEAN, { defaultValue: true }),
    createdAt: plain(DataTypes.DATE, today),
    editedAt: plain(DataTypes.DATE),
    authorId: person('author'),
    answer: personal(DataTypes.TEXT, { ...answer, onErasure: cleared }),
    answeredAt: plain(DataTypes.DATE),
    removedAt: plain(DataTypes.DATE),
    removedBecause: plain(DataTypes.TEXT),
  },
})
