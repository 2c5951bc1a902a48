import { sql } from '../../lib/sql.ts'
import { Comment, type Report, Review, SessionReview, type User } from '../../models/index.ts'
import type { Reported, ReportReason } from '../../models/report.ts'
import { placed } from './places.ts'

const PAGE = 30

type Filter = { state: Report['state']; after?: string }
type Row = {
  /** The report that stands for all on the same words. */
  id: string
  reviewId: string | null
  commentId: string | null
  sessionReviewId: string | null
  at: Date
  times: number
  reasons: ReportReason[]
}

const withTheirWords = `reports left join reviews on reviews.id = review_id left join comments on comments.id = comment_id
  left join session_reviews on session_reviews.id = session_review_id`

/** What is reported, once each however often: the oldest first while it waits, the latest first once it is decided. */
export async function reportQueue(staff: User, { state, after }: Filter) {
  const [at, way, is] = state === 'open' ? ['created_at', 'asc', '>'] : ['decided_at', 'desc', '<']
  const [first, earliest] = [
    `(array_agg(reports.id order by reports.${at} ${way}, reports.id ${way}))[1]`,
    timeOf(state),
  ]
  const { rows } = await sql<Row>(
    `select ${first} as id, review_id as "reviewId", comment_id as "commentId", session_review_id as "sessionReviewId",
       ${earliest} as at, count(*)::int as times, array_agg(distinct reason order by reason) as reasons
     from ${withTheirWords}
     where state = $state
       and coalesce(reviews.writer_id, comments.writer_id, session_reviews.writer_id) is distinct from $staff
     group by review_id, comment_id, session_review_id
     having $after::uuid is null or (${earliest}, ${first}) ${is} (select ${at}, id from reports where id = $after)
     order by at ${way}, id ${way} limit ${PAGE + 1}`,
    { state, staff: staff.id, after: after ?? null },
  )
  const page = rows.slice(0, PAGE)
  return { entries: await withWords(page), after: rows.length > PAGE ? page.at(-1)!.id : undefined }
}

/** How many things wait for a decision. */
export async function openReports() {
  const { rows } = await sql<{ open: number }>(
    "select count(distinct coalesce(review_id, comment_id, session_review_id))::int as open from reports where state = 'open'",
  )
  return rows[0]!.open
}

/** What was taken down in the last twelve months and still is, by the rule that it broke. */
export async function removalsByReason(now: Date) {
  const { rows } = await sql<{ reason: ReportReason; reviews: number; comments: number }>(
    `select coalesce(reviews.removed_because, comments.removed_because, session_reviews.removed_because) as reason,
       count(distinct coalesce(review_id, session_review_id))::int as reviews, count(distinct comment_id)::int as comments
     from ${withTheirWords}
     where state = 'upheld' and decided_at > $now::timestamptz - interval '12 months'
     group by 1`,
    { now: now.toISOString() },
  )
  return rows
}

function timeOf(state: Report['state']) {
  return state === 'open' ? 'min(reports.created_at)' : 'max(reports.decided_at)'
}

async function withWords(rows: Row[]) {
  const ids = (of: (row: Row) => string | null) => rows.flatMap((row) => of(row) ?? [])
  const found = await Promise.all([
    Review.findAll({ where: { id: ids(({ reviewId }) => reviewId) }, include: placed.review() }),
    Comment.findAll({ where: { id: ids(({ commentId }) => commentId) }, include: placed.comment() }),
    SessionReview.findAll({ where: { id: ids((row) => row.sessionReviewId) }, include: placed.sessionReview() }),
  ])
  const words = new Map(found.flat().map((one): [string, Reported] => [one.id, one]))
  return rows.map((row) => ({ ...row, words: words.get((row.reviewId ?? row.commentId ?? row.sessionReviewId)!)! }))
}
