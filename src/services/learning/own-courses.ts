import { validate } from 'uuid'
import { sql } from '../../lib/sql.ts'
import type { User } from '../../models/index.ts'
import { percent } from './outline.ts'

const PAGE = 24

type Row = {
  id: string
  slug: string
  title: string
  author: string | null
  total: number
  done: number
  finishedAt: Date | null
  next: string | null
  nextTitle: string | null
}

/** A course that somebody takes, as their shelf shows it. */
export type OwnCourse = Row & { percent: number }

/**
 * A screenful of what somebody learns, those that they have not finished first, then the newest, in one statement. The
 * lesson to go on with is the one that Outline.next names.
 */
export async function coursesOf({ id: learnerId }: User, before?: unknown) {
  const { rows } = await sql<Row>(statement, { learnerId, before: validate(before) ? before : null, most: PAGE + 1 })
  const courses = rows.slice(0, PAGE).map((row): OwnCourse => ({ ...row, percent: percent(row.done, row.total) }))

  return {
    underWay: courses.filter(({ finishedAt }) => !finishedAt),
    finished: courses.filter(({ finishedAt }) => finishedAt),
    older: rows.length > PAGE ? courses.at(-1)!.id : undefined,
  }
}

const statement = `
  with mine as (
    select id, course_id, finished_at, created_at from enrolments
    where learner_id = $learnerId and revoked_at is null
      and ($before::uuid is null or (finished_at is null, created_at, id) <
        (select finished_at is null, created_at, id from enrolments where id = $before and learner_id = $learnerId))
    order by finished_at is null desc, created_at desc, id desc
    limit $most
  ), steps as (
    select lessons.id, lessons.title, mine.id as place, completed_at,
      row_number() over path as number, max(beat_at) over (partition by mine.id) = beat_at as last
    from mine
    join lessons on lessons.course_id = mine.course_id and archived_at is null
    join course_sections on course_sections.id = section_id
    left join lesson_progress on lesson_id = lessons.id and learner_id = $learnerId
    window path as (partition by mine.id order by course_sections.position, lessons.position)
  )
  select mine.id, courses.slug, courses.title, users.name as author, finished_at as "finishedAt",
    coalesce(count.total, 0)::integer as total, coalesce(count.done, 0)::integer as done,
    next.id as next, next.title as "nextTitle"
  from mine
  join courses on courses.id = mine.course_id
  left join users on users.id = author_id
  left join lateral (
    select count(*) as total, count(completed_at) as done, min(number) filter (where last) as here
    from steps where place = mine.id
  ) count on true
  left join lateral (
    select id, title from steps where place = mine.id and completed_at is null
    order by number >= coalesce(here, 0) desc, number limit 1
  ) next on true
  order by mine.finished_at is null desc, mine.created_at desc, mine.id desc`
