import { Op } from 'sequelize'
import type { Checkout } from '../../gateways/stripe.ts'
import { CartItem, type Order, OrderItem } from '../../models/index.ts'
import type { RefundReason } from '../../models/refund.ts'
import { post } from '../mail/post.ts'
import type { Template } from '../mail/templates.ts'
import { remember } from './cards/saved-cards.ts'
import { redeemCoupon } from './coupons.ts'
import { deliver, lockMentors } from './deliver.ts'
import { booksKeptFrom } from './invoices/books.ts'
import { issueInvoice } from './invoices/issue.ts'
import { giveBack } from './refunds/give-back.ts'

/**
 * Gives what an order was for, once, and pays back what cannot be given any more; with invoice and receipt. Part of
 * settling it, in its transaction, under its lock. `page` is where it was paid, if it cost anything.
 */
export async function fulfil(order: Order, now: Date, page?: Checkout) {
  const stripePayment = page?.payment ?? null
  await order.update({ state: 'paid', paidAt: now, keptFrom: booksKeptFrom(now), stripePayment })
  const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] })
  await lockMentors(items)

  const missed: [OrderItem, RefundReason][] = []
  for (const item of items) {
    const reason = await deliver(item, now)
    if (reason) missed.push([item, reason])
  }
  await emptyCart(order, items)
  await redeemCoupon(order)
  if (page?.customer) await remember(order, page.customer, now)
  await issueInvoice(order, now, items)
  if (order.buyerId) await post('receipt', { userId: order.buyerId, aboutId: order.id })
  for (const [item, reason] of missed) await payBack(item, reason, now)
  return 'paid' as const
}

/** What was bought is in the cart no more; what was put in meanwhile stays. */
async function emptyCart({ buyerId: memberId }: Order, items: OrderItem[]) {
  if (!memberId) return
  const bought = (name: 'courseId' | 'bookingId') => items.flatMap((item) => item[name] ?? [])
  const things = [{ courseId: bought('courseId') }, { bookingId: bought('bookingId') }]
  await CartItem.destroy({ where: { memberId, [Op.or]: things } })
}

const letters: Partial<Record<RefundReason, Template>> = { 'time gone': 'time-gone', 'bought twice': 'bought-twice' }

async function payBack(item: OrderItem, reason: RefundReason, now: Date) {
  const refund = await giveBack(item, { amountMinor: item.totalMinor, reason }, now)
  const letter = letters[reason]
  if (refund && letter && item.buyerId) await post(letter, { userId: item.buyerId, aboutId: refund.id })
}
