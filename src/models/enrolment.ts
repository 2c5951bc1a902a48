import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Course } from './course.ts'
import { Row } from './row.ts'

/** Somebody's place in a course. One is live at most; what was revoked stays, so that it can be seen why. */
export class Enrolment extends Row<Enrolment> {
  declare id: CreationOptional<string>
  declare learnerId: string
  declare courseId: string
  declare orderItemId: CreationOptional<string | null>
  declare source: CreationOptional<'free' | 'order'>
  declare createdAt: CreationOptional<Date>
  /** Once finished it stays so, whatever its author adds. */
  declare finishedAt: CreationOptional<Date | null>
  declare revokedAt: CreationOptional<Date | null>
  /** Since when it rests, because a bank asks its payment back. */
  declare frozenAt: CreationOptional<Date | null>
  declare course?: NonAttribute<Course>

  get isLive(): NonAttribute<boolean> {
    return this.revokedAt === null
  }

  /** A bank asks the payment back: it opens again once that is settled otherwise. */
  get isFrozen(): NonAttribute<boolean> {
    return this.frozenAt !== null
  }
}

const activity = { category: 'activity' } as const

table(Enrolment, 'enrolments', {
  title: 'Courses you take',
  section: 'learning',
  purpose: 'To open the courses you took',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'learnerId' },
  exportedAs: 'learning/enrolments.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    learnerId: person('learner'),
    courseId: plain(DataTypes.UUID),
    orderItemId: plain(DataTypes.UUID),
    source: personal(DataTypes.TEXT, { ...activity, label: 'how you got it' }, { defaultValue: 'free' }),
    createdAt: personal(DataTypes.DATE, { ...activity, label: 'since' }, today),
    finishedAt: personal(DataTypes.DATE, { ...activity, label: 'finished' }),
    revokedAt: personal(DataTypes.DATE, { ...activity, label: 'given back' }),
    frozenAt: personal(DataTypes.DATE, { ...activity, label: 'rests since' }),
  },
})
