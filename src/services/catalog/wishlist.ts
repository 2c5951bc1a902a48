import { Conflict, Gone } from '../../errors.ts'
import { type Course, type User, WishlistItem } from '../../models/index.ts'
import { type Card, cards, offered } from './cards.ts'

/** So many somebody can still choose from; and it all stands on one page. */
export const MOST_KEPT = 100

export type Wish = Card & { since: Date; priceSeen: number; isOffered: boolean; isTaken: boolean }

/** What somebody keeps for later, the newest first, with what it cost then and whether it can still be taken. */
export function wishlistOf(member: User) {
  return cards<Wish>({
    rest: `join wishlist_items w on w.course_id = c.id where w.member_id = $member order by w.created_at desc, w.id desc`,
    columns: `, w.created_at as since, w.price_seen_minor as "priceSeen", (${offered}) as "isOffered", exists (
         select from enrolments where learner_id = $member and course_id = c.id and revoked_at is null
       ) as "isTaken"`,
    bind: { member: member.id },
  })
}

/**
 * Keeps a course for later, with what it costs now. What is kept already stays as it was.
 * @throws Gone where the course is no longer offered, Conflict where the list is full
 */
export async function keep(member: User, course: Course, now: Date) {
  if (!course.isOffered) throw new Gone('This course is no longer offered.')
  if ((await WishlistItem.count({ where: { memberId: member.id } })) >= MOST_KEPT)
    throw new Conflict(`Your wishlist holds ${MOST_KEPT} courses. Take one off it first.`)

  const { id, priceMinor, currency } = course
  const wish = { memberId: member.id, courseId: id, priceSeenMinor: priceMinor, currency, createdAt: now }
  await WishlistItem.bulkCreate([wish], { ignoreDuplicates: true })
}
