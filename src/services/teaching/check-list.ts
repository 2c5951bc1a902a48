import { sql } from '../../lib/sql.ts'
import type { Course, User } from '../../models/index.ts'

export const SHORTEST_DESCRIPTION = 200
export const FEWEST_OUTCOMES = 3

/** What has to be there before a course is offered: in words, whether it is, and the page where it is done. */
export type Check = { text: string; done: boolean; path: string }

type Tally = { courseId: string; live: number; empty: number }

/** Of a lesson, in SQL, whether there is nothing in it yet. The name is that of its table in the statement. */
export const isEmptyLesson = (lesson: string) => `(case ${lesson}.kind
  when 'text' then ${lesson}.body = ''
  when 'file' then not exists (select from lesson_files where lesson_id = ${lesson}.id)
  else not exists (select from videos where lesson_id = ${lesson}.id and state = 'ready') end)`

export async function checkListOf(course: Course, author: User) {
  return checks(course, author, await tallies([course]))
}

/** The same for many, by the id of each course. */
export async function checkListsOf(courses: Course[], author: User) {
  const counted = await tallies(courses)
  return new Map(courses.map((course) => [course.id, checks(course, author, counted)]))
}

function checks(course: Course, author: User, counted: Map<string, Tally>): Check[] {
  const { live, empty } = counted.get(course.id) ?? { live: 0, empty: 0 }
  const here = `/teach/${course.slug}`
  const outcomes = course.outcomes.split('\n').filter(Boolean)
  const enough = course.description.length >= SHORTEST_DESCRIPTION

  return [
    { text: 'a summary', done: course.summary !== '', path: `${here}#summary` },
    { text: `a description of ${SHORTEST_DESCRIPTION} characters`, done: enough, path: `${here}#description` },
    {
      text: `${FEWEST_OUTCOMES} things that a learner can do afterwards`,
      done: outcomes.length >= FEWEST_OUTCOMES,
      path: `${here}#outcomes`,
    },
    { text: 'a lesson', done: live > 0, path: `${here}/outline` },
    { text: 'something in every lesson, and every video ready', done: empty === 0, path: `${here}/outline` },
    { text: 'your confirmed email', done: author.emailVerifiedAt !== null, path: '/settings/account' },
  ]
}

async function tallies(courses: Course[]) {
  const { rows } = await sql<Tally>(
    `select course_id as "courseId", count(*)::int as live, (count(*) filter (where ${isEmptyLesson('lessons')}))::int as empty
     from lessons where course_id = any($ids) and archived_at is null group by course_id`,
    { ids: courses.map(({ id }) => id) },
  )
  return new Map(rows.map((row) => [row.courseId, row]))
}
