import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { coverOf } from '../lib/cover.ts'
import { keyset } from '../lib/keyset.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept, scrubbed } from '../privacy/vocabulary.ts'
import type { CourseSection } from './course-section.ts'
import type { Enrolment } from './enrolment.ts'
import { Row } from './row.ts'
import type { User } from './user.ts'

export const topics = ['code', 'craft', 'design', 'languages', 'music', 'money'] as const
export type Topic = (typeof topics)[number]

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

/** Below so many ratings a mean says more about chance than about the course. */
export const RATINGS_FOR_A_MEAN = 3

const PAGE = 50
const newestFirst = keyset({
  table: 'courses',
  model: 'Course',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

export class Course extends Row<Course> {
  declare id: CreationOptional<string>
  /** Null once its author has been erased: those who took it keep it. */
  declare authorId: string | null
  declare slug: string
  declare title: string
  declare summary: CreationOptional<string>
  /** Markdown. */
  declare description: CreationOptional<string>
  /** What a learner can do afterwards, one a line. */
  declare outcomes: CreationOptional<string>
  declare topic: Topic
  declare level: Level
  declare priceMinor: CreationOptional<number>
  declare currency: CreationOptional<string>
  declare status: CreationOptional<'draft' | 'published' | 'closed'>
  /** Counted by triggers. */
  declare learnersCount: CreationOptional<number>
  declare ratingCount: CreationOptional<number>
  declare ratingSum: CreationOptional<number>
  declare createdAt: CreationOptional<Date>
  declare publishedAt: CreationOptional<Date | null>
  declare closedAt: CreationOptional<Date | null>
  declare author?: NonAttribute<User | null>
  declare sections?: NonAttribute<CourseSection[]>
  declare enrolments?: NonAttribute<Enrolment[]>

  /** A screenful of what somebody made, the newest first; `after` is the last one of the page before. */
  static async pageBy(author: User, after: unknown) {
    const where = { [Op.and]: [{ authorId: author.id }, newestFirst.behind(after)] }
    const rows = await Course.findAll({ where, order: newestFirst.order, limit: PAGE + 1 })
    const courses = rows.slice(0, PAGE)
    return { courses, after: rows.length > PAGE ? courses.at(-1)!.id : undefined }
  }

  get isFree(): NonAttribute<boolean> {
    return this.priceMinor === 0
  }

  get isPublished(): NonAttribute<boolean> {
    return this.status === 'published'
  }

  /** Whether it can be taken: not while its author is suspended or about to leave. Needs the author loaded. */
  get isOffered(): NonAttribute<boolean> {
    return this.isPublished && !this.author?.isLeaving && !this.author?.suspendedAt
  }

  get cover(): NonAttribute<string> {
    return coverOf(topics.indexOf(this.topic), this.slug)
  }

  /** From one to five, or nothing while there are too few ratings. */
  get meanRating(): NonAttribute<number | undefined> {
    return this.ratingCount < RATINGS_FOR_A_MEAN ? undefined : this.ratingSum / this.ratingCount
  }

  isBy(user?: { id: string }) {
    return user !== undefined && this.authorId === user.id
  }

  /** Whoever has a place in it, whatever became of the course; and its author, to see what they see. */
  isOpenTo(user: { id: string }, place: Enrolment | null = null) {
    return this.isBy(user) || (place?.learnerId === user.id && place.courseId === this.id && place.isLive)
  }
}

const words = { category: 'opinion', seenBy: ['everyone'] } as const
const learnersKeepIt = kept('those who took the course keep what they took')

table(Course, 'courses', {
  title: 'Courses you made',
  section: 'teaching',
  purpose: 'To offer your courses, and to teach those who take them',
  lawfulBasis: 'contract',
  onErasure: 'anonymised',
  retention: { asLongAs: 'authorId', because: 'and after that as long as somebody who took it is here' },
  exportedAs: 'teaching/courses.json',
  editedAt: '/teach',
  columns: {
    id: plain(DataTypes.UUID, key),
    authorId: person('author'),
    slug: plain(DataTypes.CITEXT),
    title: personal(DataTypes.TEXT, { ...words, onErasure: scrubbed }),
    summary: personal(DataTypes.TEXT, { ...words, onErasure: scrubbed }, { defaultValue: '' }),
    description: personal(DataTypes.TEXT, { ...words, onErasure: scrubbed }, { defaultValue: '' }),
    outcomes: personal(
      DataTypes.TEXT,
      { ...words, label: 'what a learner can do afterwards', onErasure: scrubbed },
      { defaultValue: '' },
    ),
    topic: personal(DataTypes.TEXT, { ...words, category: 'activity', onErasure: learnersKeepIt }),
    level: personal(DataTypes.TEXT, { ...words, category: 'activity', onErasure: learnersKeepIt }),
    priceMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    currency: plain(DataTypes.TEXT, { defaultValue: 'EUR' }),
    status: plain(DataTypes.TEXT, { defaultValue: 'draft' }),
    learnersCount: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    ratingCount: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    ratingSum: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    createdAt: plain(DataTypes.DATE, today),
    publishedAt: plain(DataTypes.DATE),
    closedAt: plain(DataTypes.DATE),
  },
})
