import { type CreationOptional, DataTypes } from 'sequelize'
import { MULTIRANGE } from '../db/multirange.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** How far somebody is in a lesson. Positions and ranges are whole seconds. */
export class LessonProgress extends Row<LessonProgress> {
  declare id: CreationOptional<string>
  declare learnerId: string
  declare lessonId: string
  declare position: CreationOptional<number>
  /** In PostgreSQL's words: {[0,15),[30,45)}. */
  declare watched: CreationOptional<string>
  declare beatAt: CreationOptional<Date>
  declare completedAt: CreationOptional<Date | null>
  declare completedHow: CreationOptional<'watched' | 'marked' | null>
}

const activity = { category: 'activity' } as const

table(LessonProgress, 'lesson_progress', {
  title: 'How far you are',
  section: 'learning',
  purpose: 'To let you go on where you stopped',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: ['learnerId', 'lessonId'] },
  exportedAs: 'learning/progress.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    learnerId: person('learner'),
    lessonId: plain(DataTypes.UUID),
    position: personal(DataTypes.INTEGER, { ...activity, label: 'where you stopped, in seconds' }, { defaultValue: 0 }),
    watched: personal(new MULTIRANGE(), { ...activity, label: 'the seconds you saw' }, { defaultValue: '{}' }),
    beatAt: personal(DataTypes.DATE, { ...activity, label: 'last watched', seenBy: ['stripe'] }, today),
    completedAt: personal(DataTypes.DATE, { ...activity, label: 'completed' }),
    completedHow: personal(DataTypes.TEXT, { ...activity, label: 'completed by' }),
  },
})
