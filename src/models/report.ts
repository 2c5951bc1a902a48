import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, kept } from '../privacy/vocabulary.ts'
import type { Comment } from './comment.ts'
import type { Review } from './review.ts'
import { Row } from './row.ts'
import type { SessionReview } from './session-review.ts'
import type { User } from './user.ts'

/** Why something may be taken down. That it is a bad review is no reason. */
export const reportReasons = ['abuse', 'spam', 'private', 'illegal', 'off topic'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What can be reported. */
export type Reported = Review | Comment | SessionReview

/** Somebody says that a review or a comment should not stand there; our staff decide. */
export class Report extends Row<Report> {
  declare id: CreationOptional<string>
  declare reporterId: string | null
  declare reviewId: CreationOptional<string | null>
  declare commentId: CreationOptional<string | null>
  declare sessionReviewId: CreationOptional<string | null>
  declare reason: ReportReason
  declare words: CreationOptional<string | null>
  declare state: CreationOptional<'open' | 'upheld' | 'dismissed'>
  declare createdAt: CreationOptional<Date>
  declare decidedBy: CreationOptional<string | null>
  declare decidedAt: CreationOptional<Date | null>
  declare review?: NonAttribute<Review | null>
  declare comment?: NonAttribute<Comment | null>
  declare sessionReview?: NonAttribute<SessionReview | null>
  declare decider?: NonAttribute<User | null>

  get isOpen(): NonAttribute<boolean> {
    return this.state === 'open'
  }

  /** The one thing that it is about, as all reports on the same name it. */
  get target(): NonAttribute<{ reviewId: string } | { commentId: string } | { sessionReviewId: string }> {
    if (this.sessionReviewId) return { sessionReviewId: this.sessionReviewId }
    return this.reviewId ? { reviewId: this.reviewId } : { commentId: this.commentId! }
  }

  /** The same with its words, where they were loaded. */
  get reported(): NonAttribute<Reported> {
    return (this.review ?? this.comment ?? this.sessionReview)!
  }
}

table(Report, 'reports', {
  title: 'What you reported',
  section: 'words',
  purpose: 'To look at what may break our rules, and to count what was removed and why',
  lawfulBasis: 'legal obligation',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'decidedAt', because: 'a removal may be disputed for as long (P30)' },
  exportedAs: 'words/reports.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    reporterId: person('reporter'),
    reviewId: plain(DataTypes.UUID),
    commentId: plain(DataTypes.UUID),
    sessionReviewId: plain(DataTypes.UUID),
    reason: personal(DataTypes.TEXT, {
      category: 'opinion',
      seenBy: ['staff'],
      onErasure: kept('removals are counted by reason'),
    }),
    words: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff'], onErasure: cleared }),
    state: plain(DataTypes.TEXT, { defaultValue: 'open' }),
    createdAt: plain(DataTypes.DATE, today),
    decidedBy: duty(),
    decidedAt: plain(DataTypes.DATE),
  },
})
