import { v7 } from 'uuid'
import { sql } from '../../lib/sql.ts'
import { Booking, type OrderItem } from '../../models/index.ts'
import type { RefundReason } from '../../models/refund.ts'
import { change } from '../mentoring/booking-changes.ts'
import { announce } from '../mentoring/booking-service.ts'
import { inMentorsTurn } from '../mentoring/mentors-turn.ts'
import { isStillFree } from '../mentoring/retake.ts'
import { respondBy } from '../mentoring/waiting.ts'

/** Gives somebody what they paid for. Answers why it cannot be given, if it cannot; then the money goes back. */
export async function deliver(item: OrderItem, now: Date): Promise<RefundReason | undefined> {
  if (!item.buyerId) return 'account deleted'
  if (item.kind === 'session') return (await book(item, now)) ? undefined : 'time gone'
  if (!item.courseId) return 'cancelled'
  if (!(await enrol(item, now))) return 'bought twice'
  item.deliveredAt = now
  return undefined
}

/** Those whose time is delivered: all at once and in one order, so that two settlements never wait for each other. */
export async function lockMentors(items: OrderItem[]) {
  const bookingIds = items.flatMap(({ bookingId }) => bookingId ?? [])
  if (bookingIds.length === 0) return
  await sql(
    `select from mentor_profiles where mentor_id in (select mentor_id from bookings where id = any($bookingIds::uuid[]))
     order by mentor_id for no key update`,
    { bookingIds },
  )
}

/** False where they have the course already: the database sees to it, however many pay at the same time. */
async function enrol({ id: itemId, buyerId, courseId }: OrderItem, now: Date) {
  const { count } = await sql(
    `with given as (
       insert into enrolments (id, learner_id, course_id, order_item_id, source, created_at)
       values ($id, $buyerId, $courseId, $itemId, 'order', $now)
       on conflict (learner_id, course_id) where revoked_at is null do nothing returning order_item_id
     ) update order_items set delivered_at = $now from given where order_items.id = given.order_item_id`,
    { id: v7(), buyerId, courseId, itemId, now },
  )
  return count > 0
}

/** A time that is held becomes what its type says: agreed, or asked for. One that lapsed is taken again if it is still free. */
async function book({ bookingId }: OrderItem, now: Date) {
  const known = bookingId ? await Booking.findByPk(bookingId) : null
  if (!known) return false

  return inMentorsTurn(known.mentorId, now, async () => {
    const booking = await Booking.findByPk(known.id, { include: ['type', 'mentor'] })
    if (!booking || !(await isStillFree(booking, now))) return false

    const asks = booking.type?.needsApproval ?? true
    const state = asks ? ('requested' as const) : ('confirmed' as const)
    const answer = asks ? respondBy(booking.startsAt, now) : null
    const to = { state, respondBy: answer, holdExpiresAt: null, endedBy: null, endedAt: null }
    if (!(await change(booking, { from: booking.state, to, what: 'paid', by: 'mentee' }, now))) return false
    await announce(booking, now)
    return true
  })
}
