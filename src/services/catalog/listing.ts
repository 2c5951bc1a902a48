import { sql } from '../../lib/sql.ts'
import { type Card, cards, meanRating, offered } from './cards.ts'
import type { PriceBand, Sort } from './in-words.ts'

/** What somebody looks for; `page` is the id of the last course of the page before. */
export type Wanted = { q?: string; topic?: string; level: string[]; price?: PriceBand; sort?: Sort; page?: string }

const PAGE = 24

/** Beyond this nobody counts: a number so large helps no one to choose. */
export const MOST_COUNTED = 1000

const bands: Record<PriceBand, string> = {
  free: 'c.price_minor = 0',
  'under-25': 'c.price_minor between 1 and 2499',
  '25-to-50': 'c.price_minor between 2500 and 5000',
  'over-50': 'c.price_minor > 5000',
}

/** What each order compares, before the id. Each but the first is read from an index. */
const orders: Record<Sort, { by: string[]; way: 'asc' | 'desc' }> = {
  relevance: { by: ['word_similarity($q::text, c.title)', 'c.learners_count'], way: 'desc' },
  newest: { by: ['c.published_at'], way: 'desc' },
  popular: { by: ['c.learners_count'], way: 'desc' },
  rating: { by: [`coalesce(${meanRating}, 0)`], way: 'desc' },
  price: { by: ['c.price_minor'], way: 'asc' },
}

/** Whether a course "c" has the words $q in its text, or about them in its title. */
export const matches = `(to_tsvector('english', c.title || ' ' || c.summary || ' ' || c.description)
  @@ websearch_to_tsquery('english', $q::text) or $q::text <% c.title)`

/** A page of what is offered, and how many there are in all, counted up to one above MOST_COUNTED. */
export async function coursesLike(wanted: Wanted): Promise<{ courses: Card[]; count: number; next?: string }> {
  const { q, topic, level, price, page } = wanted
  const conditions = [
    offered,
    q && matches,
    topic && 'c.topic = $topic',
    level.length && 'c.level = any($level)',
    price && bands[price],
  ].filter(Boolean)
  const bind = { ...(q && { q }), ...(topic && { topic }), ...(level.length && { level }) }
  const where = `where ${conditions.join(' and ')}`

  const [rows, { rows: counted }] = await Promise.all([
    cards(`${where} ${slice(sortOf(wanted), page)}`, page ? { ...bind, page } : bind),
    sql<{ count: number }>(
      `select count(*)::int as count from (
         select from courses c join users a on a.id = c.author_id ${where} limit ${MOST_COUNTED + 1}
       ) found`,
      bind,
    ),
  ])
  const courses = rows.slice(0, PAGE)
  return { courses, count: counted[0]!.count, next: rows.length > PAGE ? courses.at(-1)!.id : undefined }
}

/** Best matches can come first only where something was asked for. */
export function sortOf({ q, sort }: Pick<Wanted, 'q' | 'sort'>): Sort {
  return sort && (q || sort !== 'relevance') ? sort : q ? 'relevance' : 'newest'
}

function slice(sort: Sort, page?: string) {
  const { by, way } = orders[sort]
  const keys = [...by, 'c.id']
  const here = `(select ${keys} from courses c where c.id = $page)`
  const behind = page ? `and (${keys}) ${way === 'asc' ? '>' : '<'} ${here}` : ''
  return `${behind} order by ${keys.map((key) => `${key} ${way}`)} limit ${PAGE + 1}`
}
