import { sql } from '../../lib/sql.ts'

/** Within so many days of paying a course can be given back … */
export const DAYS_TO_RETURN_A_COURSE = 14

/** … by whoever watched less than this share of it. */
export const SHARE_WATCHED_AT_MOST = 0.2

/** The one text of it: for the page of a course, its checkout, letters and help. */
export const courseRefundInWords = `All of it back within ${DAYS_TO_RETURN_A_COURSE} days, if you have watched less than ${SHARE_WATCHED_AT_MOST * 100}\u00a0%`

const DAY = 24 * 60 * 60 * 1000

/** Whether a course can be given back without anybody deciding about it: the one rule of it. */
export function isWithinPolicy(paidAt: Date, watched: number, now: Date) {
  return now.getTime() - paidAt.getTime() < DAYS_TO_RETURN_A_COURSE * DAY && watched < SHARE_WATCHED_AT_MOST
}

/** A text or a file counts like a minute of video. What somebody marked as complete they have had. */
const seconds = 'coalesce(v.seconds, 60)'

/** How much of each course somebody has watched, from 0 to 1, in one statement. */
export async function sharesWatched(learner: string, courses: string[]) {
  if (courses.length === 0) return new Map<string, number>()
  const { rows } = await sql<{ course: string; share: number }>(
    `select l.course_id as course, coalesce(sum(case when p.completed_at is null
         then least(seconds_in(p.watched, v.seconds), ${seconds}) else ${seconds} end)::float8 / nullif(sum(${seconds}), 0), 0) as share
     from lessons l left join videos v on v.lesson_id = l.id
     left join lesson_progress p on p.lesson_id = l.id and p.learner_id = $learner
     where l.course_id = any($courses::uuid[]) and l.archived_at is null group by l.course_id`,
    { learner, courses },
  )
  return new Map(rows.map(({ course, share }) => [course, share]))
}
