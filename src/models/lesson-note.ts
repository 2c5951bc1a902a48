import { type CreationOptional, DataTypes } from 'sequelize'
import { v7 } from 'uuid'
import { sql } from '../lib/sql.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What a learner writes down for themselves. Nobody else ever sees it, not even staff. */
export class LessonNote extends Row<LessonNote> {
  declare id: CreationOptional<string>
  declare learnerId: string
  declare lessonId: string
  declare body: string
  declare updatedAt: CreationOptional<Date>

  /** One a lesson: what is written takes the place of what was there, and nothing takes it away. */
  static async keep({ body, ...whose }: { learnerId: string; lessonId: string; body: string | null }, now: Date) {
    if (!body) return LessonNote.destroy({ where: whose })
    await sql(
      `insert into lesson_notes (id, learner_id, lesson_id, body, updated_at)
       values ($id, $learnerId, $lessonId, $body, $now)
       on conflict (learner_id, lesson_id) do update set body = excluded.body, updated_at = excluded.updated_at`,
      { id: v7(), ...whose, body, now },
    )
  }
}

table(LessonNote, 'lesson_notes', {
  title: 'Notes of your own',
  section: 'learning',
  purpose: 'To keep what you wrote down for yourself',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: ['learnerId', 'lessonId'] },
  exportedAs: 'learning/notes.json',
  editedAt: '/learn',
  columns: {
    id: plain(DataTypes.UUID, key),
    learnerId: person('learner'),
    lessonId: plain(DataTypes.UUID),
    body: personal(DataTypes.TEXT, { category: 'correspondence', label: 'note' }),
    updatedAt: personal(DataTypes.DATE, { category: 'activity', label: 'last changed' }, today),
  },
})
