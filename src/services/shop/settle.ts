import { together } from '../../db/together.ts'
import { Booking, CartItem, Enrolment, type Order, OrderItem } from '../../models/index.ts'
import { change } from '../mentoring/booking-changes.ts'
import { announce } from '../mentoring/booking-service.ts'
import { inMentorsTurn } from '../mentoring/mentors-turn.ts'
import { respondBy } from '../mentoring/waiting.ts'
import { redeemCoupon } from './coupons.ts'
import { booksKeptFrom } from './invoices/books.ts'
import { issueInvoice } from './invoices/issue.ts'

/**
 * Gives somebody what an order is for, once: courses, sessions and an invoice come from here alone. Who calls it twice, or
 * at the same time, finds it done. False where it is not paid. What costs nothing is paid as it is.
 */
export function settle(order: Order, now: Date): Promise<boolean> {
  return together(async () => {
    await order.reload({ include: [], lock: true })
    if (order.state === 'paid') return true
    if (order.state !== 'pending' || order.totalMinor > 0) return false

    await order.update({ state: 'paid', paidAt: now, keptFrom: booksKeptFrom(now) })
    const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] })
    for (const item of items) await deliver(item, now)
    await emptyCart(order, items)
    await redeemCoupon(order)
    await issueInvoice(order, now)
    return true
  })
}

async function deliver(item: OrderItem, now: Date) {
  const isThere = item.kind === 'course' ? await enrol(item, now) : await book(item, now)
  if (isThere) await item.update({ deliveredAt: now })
}

/** Who has a place already keeps it. */
async function enrol({ id: orderItemId, buyerId, courseId }: OrderItem, now: Date) {
  if (!courseId || !buyerId) return false
  const place = { learnerId: buyerId, courseId, orderItemId, source: 'order' as const, createdAt: now }
  await Enrolment.bulkCreate([place], { ignoreDuplicates: true })
  return true
}

/** A time that is held becomes what its type says: agreed, or asked for. */
async function book({ bookingId }: OrderItem, now: Date) {
  const held = bookingId ? await Booking.findOne({ where: { id: bookingId, state: 'held' }, include: 'type' }) : null
  if (!held) return false
  return inMentorsTurn(held.mentorId, now, async () => {
    const asks = held.type?.needsApproval ?? true
    const to = { state: asks ? 'requested' : 'confirmed', holdExpiresAt: null } as const
    const answer = asks ? respondBy(held.startsAt, now) : null
    const done = await change(held, { from: 'held', to: { ...to, respondBy: answer }, what: 'paid', by: 'mentee' }, now)
    if (done) await announce(held, now)
    return done
  })
}

/** What was bought is in the cart no more; what was put in meanwhile stays. */
async function emptyCart({ buyerId: memberId }: Order, items: OrderItem[]) {
  if (!memberId) return
  const bought = (name: 'courseId' | 'bookingId') => items.flatMap((item) => item[name] ?? [])
  await CartItem.destroy({ where: { memberId, courseId: bought('courseId') } })
  await CartItem.destroy({ where: { memberId, bookingId: bought('bookingId') } })
}
