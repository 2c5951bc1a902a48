import { sequelize } from '../../../db/sequelize.ts'
import { type RefundAtStripe, stripe } from '../../../gateways/stripe.ts'
import { Order, OrderItem, Refund } from '../../../models/index.ts'
import { orderOfPayment } from '../order-of-payment.ts'
import { spread } from '../rounding.ts'
import { wentBack } from './give-back.ts'
import { recordRefund, withdraw, withdrawWhatFitsNoMore } from './record.ts'
import { sharesOf } from './shares.ts'

type Line = Pick<OrderItem, 'leftMinor'>

/** Something happened to a refund at Stripe: all of its payment are read again. */
export async function syncRefund(stripeRefund: string, now: Date) {
  const { payment } = await stripe.refundState(stripeRefund)
  if (payment) await syncRefunds(payment, now)
}

/** Brings the refunds of a payment to where they are at Stripe; those made in its dashboard appear here. */
export async function syncRefunds(payment: string, now: Date) {
  const order = await orderOfPayment(payment, now)
  if (!order) return
  const all = (await stripe.refundsOf(payment)).reverse()
  for (const made of all) if (made.refundId) await recordOurs(made, now)
  for (const made of all) if (!made.refundId) await adopt(order, made, now)
}

/** One that failed before we wrote its number down is told by the queue, which asks again under the same key. */
async function recordOurs(made: RefundAtStripe, now: Date) {
  const refund = await Refund.findByPk(made.refundId!)
  if (refund && (refund.stripeRefund || made.state !== 'failed')) await recordRefund(refund.id, made, now)
}

/** Ours for one made in the dashboard, which knows no lines: of the line that it fits, or of all in proportion. */
function adopt(order: Order, made: RefundAtStripe, now: Date) {
  return sequelize.transaction(async () => {
    await Order.findByPk(order.id, { lock: true })
    const known = await Refund.findAll({ where: { stripeRefund: made.id } })
    const isNew = known.length === 0 && made.state !== 'failed'
    const rows = isNew ? await shareOut(order.id, made, now) : known
    for (const { id } of rows) await recordRefund(id, made, now)
    if (isNew) await withdrawWhatFitsNoMore(order, now)
  })
}

async function shareOut(orderId: string, { amountMinor, state }: RefundAtStripe, now: Date) {
  const { items } = await linesWithRoomFor(amountMinor, orderId, now)
  const parts = allotted(amountMinor, items)
  const touched = items.flatMap((item, place) => (parts[place]! > 0 ? item.id : []))
  const open = await Refund.findAll({ where: { orderItemId: touched, state: ['asked', 'pending'] } })
  for (const refund of open) if (refund.state === 'asked') await withdraw(refund.id, now)
  // Of two under way one is written down: this one once it has arrived.
  if (state === 'pending' && open.some((refund) => refund.state === 'pending')) return []

  const rows: Refund[] = []
  for (const [place, item] of items.entries()) {
    const part = parts[place]!
    if (part === 0) continue
    const { taxMinor } = sharesOf(item, part, await wentBack(item))
    const about = { orderItemId: item.id, buyerId: item.buyerId, createdAt: now, reason: 'stripe' } as const
    // It counts from the moment that its state is written down.
    rows.push(await Refund.create({ ...about, amountMinor: part, taxMinor, state: 'failed' }))
  }
  return rows
}

/** The lines of an order. What waits to be sent gives way where it would go back twice: somebody else was faster. */
export async function linesWithRoomFor(amountMinor: number, orderId: string, now: Date) {
  const read = () => OrderItem.findAll({ where: { orderId }, order: ['id'], lock: true })
  const items = await read()
  const left = items.reduce((sum, { leftMinor }) => sum + leftMinor, 0)
  if (left >= amountMinor) return { items, gaveWay: [] }

  const where = { orderItemId: items.map(({ id }) => id), state: 'pending', stripeRefund: null }
  const gaveWay = await Refund.findAll({ where })
  for (const { id } of gaveWay) await withdraw(id, now)
  return { items: await read(), gaveWay }
}

/** How an amount is shared out among lines: to the one of which just so much is left, or to all in proportion to that. */
export function allotted(amountMinor: number, items: Line[]) {
  const left = items.map(({ leftMinor }) => leftMinor)
  const fits = left.indexOf(amountMinor)
  if (fits !== -1) return left.map((_, place) => (place === fits ? amountMinor : 0))
  const all = left.reduce((sum, one) => sum + one, 0)
  return spread(Math.min(amountMinor, all), left)
}
