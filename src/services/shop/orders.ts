import { together } from '../../db/together.ts'
import { Conflict } from '../../errors.ts'
import { stripe } from '../../gateways/stripe.ts'
import { sql } from '../../lib/sql.ts'
import { Order, OrderItem } from '../../models/index.ts'
import { holdUntil } from '../mentoring/holds.ts'
import { releaseCoupon } from './coupons.ts'

/** Stripe asks for half an hour, and there is the way there. */
const LEAST_MINUTES_TO_PAY = 31

/** However often somebody begins to pay, no time is held for longer. */
const MOST_MINUTES_HELD = 75

/** Until when what is ordered now can be paid: as long as a time is held. */
export const payBy = holdUntil

/** Whether Stripe still makes a page for an order, which has to last for a while. */
export function canBegin({ expiresAt }: Order, now: Date) {
  return expiresAt.getTime() - now.getTime() >= LEAST_MINUTES_TO_PAY * 60_000
}

/** The order that somebody is about to pay, if there is one: their cart is frozen in it. */
export function pendingOrderOf(buyerId: string) {
  return Order.findOne({ where: { buyerId, state: 'pending' } })
}

/**
 * Thaws somebody's cart before it is changed: its order ends, here and at Stripe, so that nobody pays for what it was. The
 * page at Stripe goes first; should we stop in between, the next change does the rest. An order of the same form, by its
 * token, stays: it was sent twice at once.
 * @throws Conflict where it is paid already, StripeFailed where Stripe cannot be asked
 */
export async function thaw(buyerId: string, clientToken?: string) {
  const order = await pendingOrderOf(buyerId)
  if (!order || order.clientToken === clientToken) return
  const page = order.stripeSession ? await stripe.expireCheckout(order.stripeSession) : undefined
  if (page?.state === 'complete')
    throw new Conflict('You have paid for this cart, and the payment is on its way to us. It is yours in a moment.')
  await endOrder(order)
}

/**
 * Ends an order under way that nobody pays for, unless it is not any more where it was seen: its coupon is free again, and
 * so are its sessions for another order.
 */
export function endOrder(order: Order, state: 'expired' | 'failed' = 'expired') {
  return together(async () => {
    const [count] = await Order.update({ state }, { where: { id: order.id, state: order.state } })
    if (count === 0) return false
    await releaseCoupon(order)
    await OrderItem.update({ bookingId: null }, { where: { orderId: order.id } })
    order.state = state
    return true
  })
}

/** Holds the times in an order until it can be paid no more; within bounds, or somebody could hold them for ever. */
export async function prolongHolds({ id, expiresAt }: Order) {
  await sql(
    `update bookings b set hold_expires_at = greatest(
         hold_expires_at, least($until::timestamptz, b.created_at + interval '${MOST_MINUTES_HELD} minutes'))
     from order_items i where i.order_id = $id and i.booking_id = b.id and b.state = 'held'`,
    { id, until: expiresAt.toISOString() },
  )
}
