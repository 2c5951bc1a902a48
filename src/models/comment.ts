import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { keyset } from '../lib/keyset.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { scrubbed } from '../privacy/vocabulary.ts'
import type { Lesson } from './lesson.ts'
import type { ReportReason } from './report.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

const MINUTES_TO_EDIT = 15
export const THREADS = 20
export const ANSWERS_AT_FIRST = 10
const ANSWERS = 50

const { order, behind, beginningAt } = keyset({
  table: 'comments',
  model: 'Comment',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'asc',
})
const writer = { association: 'writer', attributes: ['id', 'name'] }

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
  declare lesson?: NonAttribute<Lesson>
  declare answers?: NonAttribute<Comment[]>

  /** A screenful of the answers to a comment: behind `after`, or beginning with `at`. */
  static async answersTo(head: { id: string }, { after, at }: { after?: unknown; at?: unknown } = {}) {
    const rows = await Comment.findAll({
      where: { [Op.and]: [{ parentId: head.id }, at ? beginningAt(at) : behind(after)] },
      include: writer,
      order,
      limit: ANSWERS + 1,
    })
    const answers = rows.slice(0, ANSWERS)
    return { answers, after: rows.length > ANSWERS ? answers.at(-1)!.id : undefined }
  }

  /** Whether it stands on the first page of its lesson's discussion. */
  async isOnFirstPage() {
    const head = this.parentId ? await Comment.findByPk(this.parentId, { rejectOnEmpty: true }) : this
    const [threads, answers] = await Promise.all([
      Comment.count({ where: { lessonId: this.lessonId, parentId: null, createdAt: { [Op.lt]: head.createdAt } } }),
      Comment.count({ where: { parentId: this.parentId ?? [], createdAt: { [Op.lt]: this.createdAt } } }),
    ])
    return threads < THREADS && answers < ANSWERS_AT_FIRST
  }

  get isGone(): NonAttribute<boolean> {
    return this.deletedAt !== null || this.removedAt !== null
  }

  /** How many answers there are, where only the first of them were read. */
  get answersCount(): NonAttribute<number> {
    return Number(this.get('answersCount' as never) ?? 0)
  }

  isBy(user?: { id: string }) {
    return user !== undefined && this.writerId === user.id
  }

  canBeDeletedBy(user: { id: string }) {
    return !this.isGone && this.isBy(user)
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
