import { setTimeout } from 'node:timers/promises'
import { Op } from 'sequelize'
import { Conflict } from '../../errors.ts'
import { isMissing, StripeFailed, stripe } from '../../gateways/stripe.ts'
import { Order, OrderItem, StripeCustomer, type User } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'
import { canBegin, payBy, prolongHolds } from './orders.ts'
import { trace } from './traces.ts'

/**
 * Where an order is paid: its page at Stripe, made once however often it is asked for, and anew when that has run out. It
 * is known to Stripe by order and attempt, so that of two requests, or one that broke off, no second page is left over
 * that could be paid as well. Never inside a transaction. Stripe learns an address and titles (P10).
 * @throws StripeFailed; the next request begins anew, unless there is a page that could be paid
 */
export async function payPageOf(order: Order, buyer: User, now: Date): Promise<string> {
  const page = order.stripeSession ? await stripe.checkout(order.stripeSession) : undefined
  if (page?.state === 'complete') return returnTo(order)
  if (page ? page.state === 'expired' : !canBegin(order, now)) await beginAgain(order, now)

  const { id, url } = await openOnce(order, buyer).catch(async (error) => {
    if (isMissing(error)) await StripeCustomer.destroy({ where: { memberId: buyer.id } })
    if (!order.stripeSession) await beginAgain(order, now)
    throw error
  })
  await trace(order, id, undefined, now)
  const noOther = { stripeSession: { [Op.or]: [null, id] } }
  const still = { id: order.id, attempt: order.attempt, state: 'pending' as const, ...noOther }
  const [kept] = await Order.update({ stripeSession: id }, { where: still })
  if (kept > 0) return url

  await stripe.expireCheckout(id)
  throw new Conflict('Something else was done with this order meanwhile. Please look at your cart.')
}

/** Where whoever has paid is led, by Stripe and by us. */
export function returnTo({ id }: Order) {
  return `/checkout/return?order=${id}`
}

/** Stripe is at work for another request with the same form: its page is ours, too, in a moment. */
async function openOnce(order: Order, buyer: User) {
  for (let patience = 5; ; patience--) {
    try {
      return await open(order, buyer)
    } catch (error) {
      const isAtWork = error instanceof StripeFailed && error.original.code === 'idempotency_key_in_use'
      if (!isAtWork || patience === 0) throw error
      await setTimeout(1000)
    }
  }
}

async function open(order: Order, buyer: User) {
  const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] })
  const known = await StripeCustomer.findOne({ where: { memberId: buyer.id } })
  const titles = items.map((item) => pick(item, 'title'))
  const [{ email }, ...told] = await disclose('stripe', 'to take a payment', buyer.id, pick(buyer, 'email'), ...titles)

  const { id, currency, rememberCard, attempt, expiresAt } = order
  const priced = items.map(({ totalMinor }, place) => ({ title: told[place]!.title, amountMinor: totalMinor }))
  const page = { id, currency, items: priced, email, rememberCard, attempt, expiresAt }
  return stripe.openCheckout({ ...page, ...(known && { customer: known.customer }) })
}

/** Of two who find that a page has run out one begins again, and both go on with that; a page made meanwhile stays. */
async function beginAgain(order: Order, now: Date) {
  const { id, attempt, stripeSession } = order
  const next = { attempt: attempt + 1, stripeSession: null, expiresAt: payBy(now) }
  await Order.update(next, { where: { id, attempt, stripeSession, state: 'pending' } })
  await order.reload()
  await prolongHolds(order)
}
