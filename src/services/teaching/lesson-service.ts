import { sequelize } from '../../db/sequelize.ts'
import { sql } from '../../lib/sql.ts'
import { Lesson, LessonFile } from '../../models/index.ts'
import { withObjects } from '../storage/with-objects.ts'
import type { Attachment } from '../support/inspect.ts'

export const MOST_FILES_OF_A_LESSON = 5

/** What becomes of a lesson once it stands in its outline. */
export class LessonService {
  /** Whether learners left something in it, progress or words: then it can only be put away. */
  async isMet({ id }: Lesson) {
    const { rows } = await sql<{ met: boolean }>(
      `select exists (select from lesson_progress where lesson_id = $id) or exists (select from lesson_notes where lesson_id = $id)
         or exists (select from comments where lesson_id = $id) as met`,
      { id },
    )
    return rows[0]!.met
  }

  /**
   * Deletes a lesson that nobody met, with its files and its video; sent twice it is deleted once. Another is put away,
   * and learners keep what they did.
   */
  remove({ id }: Lesson, now: Date) {
    return sequelize.transaction(async () => {
      const lesson = await Lesson.findByPk(id, { lock: true })
      if (!lesson) return 'deleted'
      if (await this.isMet(lesson)) {
        await lesson.update({ archivedAt: lesson.archivedAt ?? now })
        return 'archived'
      }
      await lesson.destroy()
      return 'deleted'
    })
  }

  /** Keeps files with a lesson. False, and none of them kept, where they would be too many. */
  addFiles({ id: lessonId, authorId }: Lesson, files: Attachment[], now: Date) {
    return withObjects(files, async (objects, keep) => {
      await sql('select from lessons where id = $lessonId for update', { lessonId })
      const already = await LessonFile.count({ where: { lessonId } })
      if (already + objects.length > MOST_FILES_OF_A_LESSON) return false
      await LessonFile.bulkCreate(objects.map((object) => ({ ...object, lessonId, authorId, createdAt: now })))
      keep()
      return true
    })
  }
}

export const lessonService = new LessonService()
