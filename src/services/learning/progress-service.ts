import { v7 } from 'uuid'
import { together } from '../../db/together.ts'
import { sql } from '../../lib/sql.ts'
import type { Enrolment, Lesson } from '../../models/index.ts'

/** A video is complete once so much of its different seconds has been seen. The page of a lesson says so. */
export const ENOUGH = 0.9

/** How far learners are in lessons, and when that makes a course finished. */
export class ProgressService {
  /** Complete because its learner says so. What is complete stays as it is. */
  mark(place: Enrolment, lesson: Lesson, now: Date) {
    return together(async () => {
      await sql(
        `insert into lesson_progress (id, learner_id, lesson_id, position, watched, beat_at, completed_at, completed_how)
         values ($id, $learner, $lesson, 0, '{}', $now, $now, 'marked')
         on conflict (learner_id, lesson_id) do update set completed_at = $now, completed_how = 'marked'
           where lesson_progress.completed_at is null`,
        { id: v7(), learner: place.learnerId, lesson: lesson.id, now },
      )
      await this.finish(place, now)
    })
  }

  /** Takes back what was marked. What was watched stays complete, and a finished course finished. */
  async unmark(place: Enrolment, lesson: Lesson) {
    await sql(
      `update lesson_progress set completed_at = null, completed_how = null
       where learner_id = $learner and lesson_id = $lesson and completed_how = 'marked'`,
      { learner: place.learnerId, lesson: lesson.id },
    )
  }

  /**
   * Finishes a course, once and for good, if every lesson in it is complete by now. Where two lessons become so at the
   * same moment, the second waits for the first and then sees it.
   */
  async finish({ id }: Pick<Enrolment, 'id'>, now: Date) {
    await together(async () => {
      await sql('select from enrolments where id = $id for update', { id })
      await sql(
        `update enrolments set finished_at = $now
         where id = $id and finished_at is null
           and exists (select from lessons where course_id = enrolments.course_id and archived_at is null)
           and not exists (
             select from lessons left join lesson_progress
               on lesson_id = lessons.id and lesson_progress.learner_id = enrolments.learner_id
             where lessons.course_id = enrolments.course_id and archived_at is null and completed_at is null)`,
        { id, now },
      )
    })
  }
}

export const progressService = new ProgressService()
