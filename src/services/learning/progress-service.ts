import { v7 } from 'uuid'
import { together } from '../../db/together.ts'
import { prepare } from '../../lib/prepared.ts'
import { sql } from '../../lib/sql.ts'
import type { Enrolment, Lesson, User } from '../../models/index.ts'

type Where = { course: string; lesson: string }

/** Whole seconds; a range does not include its end. `at` is when it was, as far as the player knows. */
type Beat = { position: number; ranges: [number, number][]; at?: Date }

type Standing = { enrolmentId: string; lessonId: string; isNew: boolean; isDone: boolean; isEnough: boolean }

/** What became of a lesson, in the words in which it is counted. */
type Event = 'lesson started' | 'lesson finished'

/** A video is complete once so much of its different seconds has been seen. The page of a lesson says so. */
export const ENOUGH = 0.9

/** How far learners are in lessons, and when that makes a course finished. */
export class ProgressService {
  /**
   * Takes what a player reports, for who has a place in the course. In whatever order beats come, however often and from
   * however many devices: what was seen adds up, and the position is that of the latest. Nobody's clock can run ahead of
   * ours, and nothing lies behind the end. Answers whether there was something to add to.
   */
  async beat(
    { id: learner }: User,
    { course, lesson }: Where,
    { position, ranges, at = new Date(0) }: Beat,
    now: Date,
  ) {
    const seen = `{${ranges.map(([from, to]) => `[${from},${to})`)}}`
    const when = at.getTime() > 0 && at < now ? at : now
    const bind = { id: v7(), learner, course, lesson, position, seen, when, enough: ENOUGH }
    const [standing] = await keepBeat(bind)
    if (!standing) return undefined
    if (standing.isEnough) await this.complete(standing, now)

    const events: Event[] = standing.isNew ? ['lesson started'] : []
    return standing.isEnough && !standing.isDone ? [...events, 'lesson finished' as const] : events
  }

  /** Complete because its learner says so. What is complete stays as it is: answers whether it was not. */
  mark(place: Enrolment, lesson: Lesson, now: Date) {
    return together(async () => {
      const { rows } = await sql(
        `insert into lesson_progress (id, learner_id, lesson_id, position, watched, beat_at, completed_at, completed_how)
         values ($id, $learner, $lesson, 0, '{}', $now, $now, 'marked')
         on conflict (learner_id, lesson_id) do update set completed_at = $now, completed_how = 'marked'
           where lesson_progress.completed_at is null
         returning id`,
        { id: v7(), learner: place.learnerId, lesson: lesson.id, now },
      )
      await this.finish(place, now)
      return rows.length > 0
    })
  }

  /** By watching, which outdoes having marked it. */
  private complete({ lessonId, enrolmentId }: Standing, now: Date) {
    return together(async () => {
      await sql(
        `update lesson_progress set completed_at = coalesce(completed_at, $now), completed_how = 'watched'
         where lesson_id = $lessonId and learner_id = (select learner_id from enrolments where id = $enrolmentId)`,
        { lessonId, enrolmentId, now },
      )
      await this.finish({ id: enrolmentId }, now)
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

const keepBeat = prepare<Standing>(`
  with place as (
    select enrolments.id as enrolment, lessons.id as lesson, seconds
    from courses
    join enrolments on enrolments.course_id = courses.id and learner_id = $learner and revoked_at is null and frozen_at is null
    join lessons on lessons.course_id = courses.id and archived_at is null
    join videos on lesson_id = lessons.id and seconds is not null
    where slug = $course and lessons.id = $lesson and courses.author_id is distinct from $learner
  ), kept as (
    insert into lesson_progress (id, learner_id, lesson_id, position, watched, beat_at)
    select $id, $learner, lesson, least($position, seconds),
      $seen::int4multirange * int4multirange(int4range(0, seconds)), $when
    from place
    on conflict (learner_id, lesson_id) do update set
      watched = lesson_progress.watched + excluded.watched,
      position = case when excluded.beat_at > lesson_progress.beat_at then excluded.position else lesson_progress.position end,
      beat_at = greatest(lesson_progress.beat_at, excluded.beat_at)
    returning *, xmax = 0 as is_new
  )
  select place.enrolment as "enrolmentId", place.lesson as "lessonId", is_new as "isNew",
    completed_at is not null as "isDone",
    kept.completed_how is distinct from 'watched' and seconds_in(kept.watched, seconds) >= $enough::float8 * seconds as "isEnough"
  from place cross join kept`)
