import { coverOf } from '../../lib/cover.ts'
import { lengthInWords } from '../../lib/lengths.ts'
import { sql } from '../../lib/sql.ts'
import { type Course, RATINGS_FOR_A_MEAN, type Topic, topics } from '../../models/course.ts'
import type { User } from '../../models/index.ts'
import { topics as topicNames } from './in-words.ts'

type Row = Pick<Course, 'id' | 'slug' | 'title' | 'summary' | 'priceMinor' | 'currency' | 'ratingCount'> & {
  topic: Topic
  meanRating: number | null
  author: string | null
  authorSlug: string | null
  lessons: number
  seconds: number | null
}

/** A course as lists show it. */
export type Card = Row & { cover: string; label: string }

/** Whether a course "c" of the author "a" can be taken: as Course.isOffered has it. */
export const offered = `c.status = 'published' and a.erasure_due_at is null and a.suspended_at is null`

/** Whether the mentor "a" has a page of their own: as User.hasPublicProfile has it. */
export const hasPage = `a.role = 'mentor' and a.slug is not null and a.shown <> '{}'
  and a.erasure_due_at is null and a.suspended_at is null`

/** The mean for those with enough ratings to have one; an index has these very words. */
export const meanRating = `case when c.rating_count >= ${RATINGS_FOR_A_MEAN} then c.rating_sum::float8 / c.rating_count end`

/** `rest` follows "from courses c left join users a"; `before` is what "with" begins, `columns` are more of them. */
type Query = { rest: string; bind: Record<string, unknown>; before?: string; columns?: string }

/** Cards in one statement. Lengths are added up only for the rows that are left, one by one, which keeps their order. */
export async function cards<C extends Row = Card>({ rest, bind, before = '', columns = '' }: Query): Promise<C[]> {
  const { rows } = await sql<C>(
    `${before}
     select page.*, lessons, seconds
     from (
       select c.id, c.slug, c.title, c.summary, c.topic, c.price_minor as "priceMinor", c.currency,
         c.rating_count as "ratingCount", ${meanRating} as "meanRating",
         a.name as author, case when ${hasPage} then a.slug end as "authorSlug" ${columns}
       from courses c left join users a on a.id = c.author_id ${rest}
     ) page
     cross join lateral (
       select count(*)::int as lessons, sum(seconds)::int as seconds
       from lessons l left join videos v on v.lesson_id = l.id and v.state = 'ready'
       where l.course_id = page.id and l.archived_at is null
     ) lengths`,
    bind,
  )
  return rows.map((row) => ({ ...row, cover: coverOf(topics.indexOf(row.topic), row.slug), label: labelOf(row) }))
}

/** What a mentor offers, the newest first. */
export function coursesBy({ id: author }: User) {
  const rest = `where ${offered} and c.author_id = $author order by c.published_at desc limit 48`
  return cards({ rest, bind: { author } })
}

function labelOf({ topic, lessons, seconds }: Row) {
  const size = seconds ? lengthInWords(seconds) : `${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}`
  return `${topicNames[topic]} · ${size}`
}
