import { daysAfter } from '../../lib/due.ts'
import { sql } from '../../lib/sql.ts'
import { timeInWords } from '../../lib/times.ts'
import type { Course, User } from '../../models/index.ts'

const DAYS_BEFORE_A_REVIEW = 14
const LESSONS_FOR_A_REVIEW = 1 / 5

type Enrolled = { id: string; createdAt: Date; lessons: number; completed: number }

/** Whether somebody may review a course now, by which enrolment, and if not, why. */
export type Standing = { enrolmentId?: string; because?: string }

/** Who takes a course may review it after a fifth of its lessons, or after 14 days. Its author may not. */
export async function standingOf(user: User, course: Course, now: Date): Promise<Standing> {
  if (course.isBy(user)) return { because: 'You made this course, so others say how it is.' }

  const enrolled = await enrolmentOf(user, course)
  if (!enrolled) return { because: 'Reviews come from those who take the course.' }
  if (hasSeenEnough(enrolled) || now >= dayOf(enrolled)) return { enrolmentId: enrolled.id }

  const day = timeInWords(dayOf(enrolled), 'UTC', 'day')
  return { because: `You can review this course once you have completed a fifth of its lessons, or from ${day} on.` }
}

async function enrolmentOf(user: User, course: Course) {
  const { rows } = await sql<Enrolled>(
    `select enrolments.id, enrolments.created_at as "createdAt", count(lessons.id)::int as lessons,
       count(lesson_progress.completed_at)::int as completed
     from enrolments
     left join lessons on lessons.course_id = enrolments.course_id and archived_at is null
     left join lesson_progress on lesson_id = lessons.id and lesson_progress.learner_id = enrolments.learner_id
     where enrolments.learner_id = $learner and enrolments.course_id = $course and revoked_at is null
     group by enrolments.id`,
    { learner: user.id, course: course.id },
  )
  return rows[0]
}

function hasSeenEnough({ lessons, completed }: Enrolled) {
  return completed > 0 && completed >= lessons * LESSONS_FOR_A_REVIEW
}

function dayOf({ createdAt }: Enrolled) {
  return daysAfter(createdAt, DAYS_BEFORE_A_REVIEW)
}
