import { sql } from '../../lib/sql.ts'
import type { Course } from '../../models/index.ts'
import { FEWEST } from './in-words.ts'

type Counted = { title: string; begun: number; done: number }
export type Bar = Counted & { number: number; x: number; height: number }

/** How wide a bar of the chart is with the gap beside it, and how high the highest may be. */
const STEP = 40
const HEIGHT = 100

/** How far the learners of a course are, in numbers alone: nobody's name, and no number about fewer than five (P09). */
export async function numbersOf(course: Course) {
  const lessons = await lessonsOf(course)
  const { learners, finished } = await learnersOf(course)
  const steps = learners * lessons.length
  const shown = lessons.map(({ done }) => done).filter((done) => done >= FEWEST)
  const done = shown.reduce((sum, each) => sum + each, 0)

  return {
    learners,
    finished,
    /** In percent; undefined where it would tell of a few. Out of the numbers that are shown, or it would tell the others. */
    progress: learners < FEWEST || steps === 0 ? undefined : Math.floor((100 * done) / steps),
    isAtLeast: shown.length < lessons.length,
    bars: lessons.map((lesson, index): Bar => {
      const share = lesson.begun < FEWEST ? 0 : lesson.begun / learners
      return { ...lesson, number: index + 1, x: index * STEP, height: Math.round(share * HEIGHT) }
    }),
    chart: { width: Math.max(lessons.length, 8) * STEP, height: HEIGHT },
  }
}

/** Live lessons in their order, with how many of those who take the course began and completed each. */
async function lessonsOf({ id }: Course) {
  const { rows } = await sql<Counted>(
    `select lessons.title, count(takes.id)::int as begun, count(takes.id) filter (where completed_at is not null)::int as done
     from lessons
     join course_sections on course_sections.id = section_id
     left join lesson_progress on lesson_id = lessons.id
     left join enrolments as takes on takes.learner_id = lesson_progress.learner_id
       and takes.course_id = $id and takes.revoked_at is null
     where lessons.course_id = $id and archived_at is null
     group by lessons.id, course_sections.position
     order by course_sections.position, lessons.position`,
    { id },
  )
  return rows
}

async function learnersOf({ id }: Course) {
  const { rows } = await sql<{ learners: number; finished: number }>(
    `select count(*)::int as learners, count(finished_at)::int as finished
     from enrolments where course_id = $id and revoked_at is null`,
    { id },
  )
  return rows[0]!
}
