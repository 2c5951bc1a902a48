import { Op } from 'sequelize'
import { togetherOrAgain } from '../../db/together.ts'
import { type Checkout, StripeFailed, StripeRefused, stripe } from '../../gateways/stripe.ts'
import { reportError } from '../../lib/report-error.ts'
import { Alarm, Order } from '../../models/index.ts'
import type { OrderState } from '../../models/order.ts'
import { fulfil } from './fulfil.ts'
import { endOrder } from './orders.ts'
import { trace } from './traces.ts'

/** How it stands with the money of an order. Some ways of paying take days, in which it is processing. */
export type Standing = OrderState | 'differs'

/**
 * Brings an order to where its payment is, by asking Stripe: the one way in which anything is paid, whoever calls it, in
 * whatever order and however often. Courses, sessions and invoices come from here alone. What was paid is given even
 * where the order had ended; what cannot be given any more is paid back. What costs nothing is paid as it is.
 * @throws StripeFailed where Stripe does not answer; nothing has changed then
 */
export async function settle(orderId: string, now: Date): Promise<Standing> {
  return bring(await Order.findByPk(orderId, { rejectOnEmpty: true }), now)
}

/** `asked` is how Stripe says that the page of this order stands, where it has just been asked. */
async function bring(known: Order, now: Date, asked?: Checkout): Promise<Standing> {
  if (known.state === 'paid') return 'paid'
  const page = known.stripeSession ? await pageOf(known, known.stripeSession, now, asked) : undefined
  if (!asked && known.stripeSession && page?.payment) await trace(known, known.stripeSession, page, now)

  return togetherOrAgain(async () => {
    const order = await Order.findByPk(known.id, { lock: true, rejectOnEmpty: true })
    if (order.state === 'paid') return 'paid'
    if (page?.paid && isAsOrdered(order, page)) return fulfil(order, now, page)
    if (page?.paid) return (await Alarm.hasRung('payment differs', order.id)) ? ended(order, 'failed') : putAside(order)
    if (!order.isUnderWay) return order.state
    if (order.totalMinor === 0) return fulfil(order, now)
    if (order.stripeSession !== known.stripeSession) return order.state
    return goOn(order, page, now)
  })
}

/**
 * The same for a page at Stripe, by its number; also for one on which somebody has paid and that was never written down
 * here, should we have been killed.
 */
export async function settlePage(session: string, now: Date) {
  const page = await stripe.checkout(session)
  const { orderId: id, state, paid } = page
  const order = id ? await Order.findByPk(id) : null
  if (!order) return
  if (state === 'complete' && !order.stripeSession) {
    const where = { id: order.id, stripeSession: null, state: { [Op.ne]: 'paid' } }
    await Order.update({ stripeSession: session }, { where })
    await order.reload()
  }
  await trace(order, session, page, now)
  if (order.stripeSession === session) await bring(order, now, page)
  else if (paid) await differs(order)
}

/** For whoever looks: where Stripe cannot be asked, or knows nothing of it, we say what we know. */
export async function settleIfHeard({ id, state }: Order, now: Date): Promise<Standing> {
  try {
    return await settle(id, now)
  } catch (error) {
    if (!(error instanceof StripeFailed || error instanceof StripeRefused)) throw error
    reportError(error)
    return state
  }
}

/** An order that can be paid no more has its page closed: nobody may pay it while we end it. */
async function pageOf({ expiresAt, state }: Order, session: string, now: Date, asked?: Checkout) {
  const page = asked ?? (await stripe.checkout(session))
  const isOver = state !== 'pending' || expiresAt <= now
  return page.state === 'open' && isOver ? stripe.expireCheckout(session) : page
}

async function goOn(order: Order, page: Checkout | undefined, now: Date): Promise<Standing> {
  if (page?.processing) {
    await order.update({ state: 'processing' })
    return 'processing'
  }
  const over = page ? page.state !== 'open' : order.expiresAt <= now
  if (!over) return 'pending'
  return ended(order, page?.state === 'complete' ? 'failed' : 'expired')
}

function isAsOrdered({ id, totalMinor, currency }: Order, page: Checkout) {
  return page.orderId === id && page.amountMinor === totalMinor && page.currency === currency
}

async function ended(order: Order, state: 'expired' | 'failed') {
  await endOrder(order, state)
  return state
}

/** The cart is its owner's again, until somebody has looked at it and sent back at Stripe what was paid. */
async function putAside(order: Order) {
  if (order.state === 'pending') await order.update({ state: 'processing' })
  return differs(order)
}

/** A person has to look at it: something else was paid than was ordered. */
async function differs({ id }: Order): Promise<Standing> {
  await Alarm.ring('payment differs', id)
  return 'differs'
}
