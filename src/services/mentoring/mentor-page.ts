import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { SessionReview, type User } from '../../models/index.ts'
import type { Listing } from '../../models/mentor-profile.ts'
import { freeTimesOf, type Hours } from './availability.ts'
import { clockOf } from './session-in-words.ts'
import { dayIn } from './week-of-times.ts'

const TIMES = 5
const REVIEWS = 5
const AHEAD = 14 * 24 * 60 * 60 * 1000
/** Fewer would say more of one person than of a mentor. */
const FEWEST_RATINGS = 3
const FEWEST = 5

export type OfferedType = {
  id: string
  title: string
  description: string
  minutes: number
  priceMinor: number
  currency: string
  needsApproval: boolean
}

type Standing = Omit<Hours, 'mentorId' | 'zone'> & {
  listing: Listing
  languages: string[]
  nextFreeAt: Date | null
  types: OfferedType[]
  held: number
  cancelled: number
  answered: number
  unanswered: number
  ratings: number
  mean: number | null
}

const standing = `
  select listing, languages, notice_minutes as "noticeMinutes", horizon_days as "horizonDays", max_per_day as "maxPerDay",
    buffer_before as "bufferBefore", buffer_after as "bufferAfter", next_free_at as "nextFreeAt",
    (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'description', description, 'minutes', minutes,
        'priceMinor', price_minor, 'currency', currency, 'needsApproval', needs_approval) order by minutes, id), '[]')
      from session_types where mentor_id = p.mentor_id and archived_at is null) as types,
    sessions.*, answers.*, reviews.*
  from mentor_profiles p
  cross join lateral (
    select count(*) filter (where state = 'completed')::int as held,
      count(*) filter (where state = 'cancelled' and ended_by = 'mentor')::int as cancelled
    from bookings where mentor_id = p.mentor_id and starts_at > $now::timestamptz - interval '1 year'
  ) sessions
  cross join lateral (
    select count(*) filter (where what in ('accepted', 'declined') and actor = 'mentor')::int as answered,
      count(*) filter (where what = 'expired' and was_asked)::int as unanswered
    from bookings b
    cross join lateral (
      select what, actor, exists (select from booking_events r where r.booking_id = b.id and r.what = 'requested') as was_asked
      from booking_events where booking_id = b.id and what in ('accepted', 'declined', 'expired')
    ) e
    where b.mentor_id = p.mentor_id and b.starts_at > $now::timestamptz - interval '1 year'
  ) answers
  cross join lateral (
    select count(*)::int as ratings, avg(rating)::float8 as mean
    from session_reviews where subject_id = p.mentor_id and side = 'mentee' and published_at is not null and removed_at is null
  ) reviews
  where p.mentor_id = $mentor`

/**
 * What everyone may know of how a mentor holds sessions: what can be booked, the next times, what mentees say, and what the
 * last twelve months show, said as counts and only where there are enough of them. Undefined for who has no profile yet.
 * Three statements at most.
 */
export async function mentorPageOf(mentor: User, zone: string, now: Date) {
  const { rows } = await sql<Standing>(standing, { mentor: mentor.id, now: now.toISOString() })
  const [found] = rows
  if (!found) return undefined

  const types = found.listing === 'listed' ? found.types : []
  const [times, reviews] = await Promise.all([timesOf(mentor, found, { types, zone, now }), reviewsOf(mentor, found)])
  const { languages, ratings, mean } = found
  return {
    types,
    times,
    reviews,
    languages,
    ratings,
    mean: ratings >= FEWEST_RATINGS ? mean : null,
    facts: factsOf(found),
  }
}

/** The next times for the shortest session, each with its day where the reader is, and what the mentor's clock shows then. */
async function timesOf(
  mentor: User,
  found: Standing,
  { types, zone, now }: { types: OfferedType[]; zone: string; now: Date },
) {
  const [shortest] = types
  if (!shortest || !found.nextFreeAt) return undefined

  const from = found.nextFreeAt.getTime()
  const hours = { ...found, mentorId: mentor.id, zone: mentor.timeZone }
  const times = await freeTimesOf(hours, shortest.minutes, now, { from, until: from + AHEAD })
  const next = times.slice(0, TIMES).map((at) => ({ at, day: dayIn(zone, at), there: clockOf(mentor, at, zone) }))
  return next.length > 0 ? { shortest, next } : undefined
}

async function reviewsOf({ id }: User, { ratings }: Standing) {
  if (ratings === 0) return []
  const published = { subjectId: id, side: 'mentee' as const }
  return SessionReview.findAll({
    attributes: ['id', 'writerId', 'rating', 'body', 'publishedAt'],
    where: { ...published, publishedAt: { [Op.ne]: null }, removedAt: null },
    include: { association: 'writer', attributes: ['name'] },
    order: [['publishedAt', 'desc']],
    limit: REVIEWS,
  })
}

function factsOf({ held, cancelled, answered, unanswered }: Standing) {
  const asked = answered + unanswered
  return {
    Requests: asked >= FEWEST ? `answered ${answered} of ${asked}` : undefined,
    Sessions: held + cancelled >= FEWEST ? `${held} held, ${cancelled} cancelled by the mentor` : undefined,
  }
}
