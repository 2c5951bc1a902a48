import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import type { ReportReason } from './report.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

const MINUTES_TO_EDIT = 15

/** A line of a lesson's discussion. An answer has no answers of its own: the database says no. */
export class Comment extends Row<Comment> {
  declare id: CreationOptional<string>
  declare lessonId: string
  declare parentId: CreationOptional<string | null>
  /** Null once it has been deleted, or its writer erased. */
  declare writerId: string | null
  declare body: string | null
  declare createdAt: CreationOptional<Date>
  declare editedAt: CreationOptional<Date | null>
  declare deletedAt: CreationOptional<Date | null>
  declare removedAt: CreationOptional<Date | null>
  declare removedBecause: CreationOptional<ReportReason | null>
  declare writer?: NonAttribute<User | null>
  declare answers?: NonAttribute<Comment[]>

  get isGone(): NonAttribute<boolean> {
    return this.deletedAt !== null || this.removedAt !== null
  }

  isBy(user?: { id: string }) {
    return user !== undefined && this.writerId === user.id
  }

  canBeEditedBy(user: { id: string }, now: Date) {
    return !this.isGone && this.isBy(user) && now.getTime() - this.createdAt.getTime() < MINUTES_TO_EDIT * 60_000
  }
}

table(Comment, 'comments', {
  title: 'What you said about lessons',
  section: 'words',
  purpose: 'To let learners and authors talk about a lesson',
  lawfulBasis: 'contract',
  onErasure: 'as chosen',
  retention: { asLongAs: 'lessonId' },
  exportedAs: 'words/comments.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    lessonId: plain(DataTypes.UUID),
    parentId: plain(DataTypes.UUID),
    writerId: person('writer'),
    body: personal(DataTypes.TEXT, {
      category: 'opinion',
      label: 'comment',
      seenBy: ['everyone'],
      onErasure: scrubbed,
    }),
    createdAt: plain(DataTypes.DATE, today),
    editedAt: plain(DataTypes.DATE),
    deletedAt: plain(DataTypes.DATE),
    removedAt: plain(DataTypes.DATE),
    removedBecause: plain(DataTypes.TEXT),
  },
})
