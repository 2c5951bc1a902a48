import { coverOf } from '../../lib/cover.ts'
import { sql } from '../../lib/sql.ts'
import { type Topic, topics } from '../../models/course.ts'
import { offered } from '../catalog/cards.ts'

type Row = {
  /** Of the course or of the booking. */
  id: string
  kind: 'course' | 'session'
  title: string
  /** Of the course, or of its mentor where it is a session. */
  slug: string | null
  topic: Topic | null
  seller: string | null
  sellerId: string | null
  priceMinor: number
  seenMinor: number
  currency: string
  startsAt: Date | null
  heldUntil: Date | null
  typeId: string | null
  /** Why it cannot be bought any more. */
  gone: 'owned' | 'ordered' | 'own' | 'closed' | 'lapsed' | null
}

/** A course that somebody chose, and what it cost when they last saw it. */
export type Seen = { id: string; seenMinor: number }

/** Something in a cart: what it costs now, and what it cost when its owner last saw it. */
export type Line = Row & { cover: string; path: string }

/** Bought, with money that takes days. Should it never come, it can be bought again. */
const ordered = (thing: string) =>
  `exists (select from order_items i join orders o on o.id = i.order_id where o.state = 'processing' and ${thing})`

const linesFrom = (kept: string) => `
  select coalesce(c.id, b.id) as id, case when b.id is null then 'course' else 'session' end as kind,
    coalesce(c.title, b.title) as title, coalesce(c.slug, a.slug) as slug, c.topic, a.name as seller, a.id as "sellerId",
    coalesce(c.price_minor, b.price_minor) as "priceMinor", k.seen as "seenMinor", coalesce(c.currency, b.currency) as currency,
    b.starts_at as "startsAt", b.hold_expires_at as "heldUntil", b.type_id as "typeId",
    case
      when ${ordered('i.booking_id = b.id')} or ${ordered('i.course_id = c.id and o.buyer_id = $member::uuid')} then 'ordered'
      when b.id is not null then case when b.state = 'held' and b.hold_expires_at > $now then null else 'lapsed' end
      when c.author_id = $member::uuid then 'own'
      when exists (select from enrolments where learner_id = $member::uuid and course_id = c.id and revoked_at is null) then 'owned'
      when not (${offered}) then 'closed'
    end as gone
  from (${kept}) k
  left join courses c on c.id = k.course_id
  left join bookings b on b.id = k.booking_id
  left join users a on a.id = coalesce(c.author_id, b.mentor_id)
  where coalesce(c.id, b.id) is not null
  order by k.place`

/** Held until not long ago, and still ahead: taken out of the cart already, so that all that is left is the note. */
const lapsed = `state = 'expired' and ended_by = 'mentee' and starts_at > $now and ended_at > $now::timestamptz - interval '1 day'`

const ofMember = linesFrom(`
  select course_id, booking_id, price_seen_minor as seen, row_number() over (order by created_at, id) as place
  from cart_items where member_id = $member::uuid
  union all
  select null, id, price_minor, null from bookings where mentee_id = $member::uuid and ${lapsed}
    and id not in (select booking_id from cart_items where member_id = $member::uuid and booking_id is not null)
    and not ${ordered('i.booking_id = bookings.id')}`)

const ofVisitor = linesFrom(`
  select course_id, null::uuid as booking_id, seen, place
  from unnest($courses::uuid[], $seen::int[]) with ordinality as chosen (course_id, seen, place)`)

/** A member's cart, the oldest first, in one statement. */
export async function linesOfMember(member: string, now: Date) {
  const { rows } = await sql<Row>(ofMember, { member, now: now.toISOString() })
  return rows.map(withPath)
}

/** The same for what a visitor's browser keeps. Courses that are gone altogether are left out. */
export async function linesOfVisitor(courses: Seen[], now: Date, member: string | null = null) {
  if (courses.length === 0) return []
  const kept = { courses: courses.map(({ id }) => id), seen: courses.map(({ seenMinor }) => seenMinor) }
  const { rows } = await sql<Row>(ofVisitor, { ...kept, member, now: now.toISOString() })
  return rows.map(withPath)
}

function withPath(row: Row): Line {
  const cover = row.topic ? coverOf(topics.indexOf(row.topic), row.slug!) : ''
  const path = row.kind === 'course' ? `/courses/${row.slug}` : `/mentors/${row.slug}/times?type=${row.typeId ?? ''}`
  return { ...row, cover, path }
}
