import { type Card, cards, meanRating, offered } from './cards.ts'
import { costs, type PriceBand, type Sort } from './in-words.ts'
import { found, MOST_COUNTED, nearest } from './matching.ts'

/** What somebody looks for; `page` is the id of the last course of the page before. */
export type Wanted = { q?: string; topic?: string; level: string[]; price?: PriceBand; sort?: Sort; page?: string }

const PAGE = 24

/** What each order compares, before the id. Each but the first is read from an index. */
const orders: Record<Sort, { by: string[]; way: 'asc' | 'desc' }> = {
  relevance: { by: nearest, way: 'desc' },
  newest: { by: ['c.published_at'], way: 'desc' },
  popular: { by: ['c.learners_count'], way: 'desc' },
  rating: { by: [`coalesce(${meanRating}, 0)`], way: 'desc' },
  price: { by: ['c.price_minor'], way: 'asc' },
}

/** A page of what is offered, and how many there are in all, counted up to one above MOST_COUNTED. */
export async function coursesLike(wanted: Wanted) {
  const { q, topic, level, price, page } = wanted
  const bind = { ...(q && { q }), ...(topic && { topic }), ...(level.length && { level }), ...(page && { page }) }
  const join = q ? 'join found f on f.id = c.id' : ''
  const conditions = [
    offered,
    topic && 'c.topic = $topic',
    level.length && 'c.level = any($level)',
    price && costs('c.price_minor', price),
  ]
  const all = `${join} where ${conditions.filter(Boolean).join(' and ')}`

  const rows = await cards<Card & { count: number }>({
    before: q ? found : '',
    columns: `, (
      select count(*)::int from (
        select from courses c join users a on a.id = c.author_id ${all} limit ${MOST_COUNTED + 1}
      ) counted
    ) as count`,
    rest: `${all} ${slice(sortOf(wanted), join, page)}`,
    bind,
  })
  const courses = rows.slice(0, PAGE)
  return { courses, count: rows[0]?.count ?? 0, next: rows.length > PAGE ? courses.at(-1)!.id : undefined }
}

/** What most people take: a first look at what there is. */
export function popularCourses() {
  return cards({ rest: `where ${offered} order by c.learners_count desc, c.id desc limit 6`, bind: {} })
}

/** Best matches can come first only where something was asked for. */
export function sortOf({ q, sort }: Pick<Wanted, 'q' | 'sort'>): Sort {
  return sort && (q || sort !== 'relevance') ? sort : q ? 'relevance' : 'newest'
}

function slice(sort: Sort, join: string, page?: string) {
  const { by, way } = orders[sort]
  const keys = [...by, 'c.id']
  const here = `(select ${keys} from courses c ${join} where c.id = $page)`
  const behind = page ? `and (${keys}) ${way === 'asc' ? '>' : '<'} ${here}` : ''
  return `${behind} order by ${keys.map((key) => `${key} ${way}`)} limit ${PAGE + 1}`
}
