import { together } from '../../../db/together.ts'
import { Alarm, Invoice, Order, OrderItem, Refund } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { issueCreditNote } from '../invoices/issue.ts'
import { release, take } from './give-back.ts'

type AtStripe = { id: string | null; state: 'pending' | 'succeeded' | 'failed' }

/**
 * Writes down how a refund stands at Stripe, once for each change, whoever tells it and in whatever order. What arrived
 * gets its credit note and a letter; what came back is left to be given again, and rings until it is.
 */
export function recordRefund(id: string, { id: stripeRefund, state }: AtStripe, now: Date) {
  return together(async () => {
    const { refund, item } = await locked(id)
    const isAnother = refund.stripeRefund !== null && refund.stripeRefund !== stripeRefund
    if (isAnother || ['asked', 'refused'].includes(refund.state)) return

    const isNews = refund.state !== state
    if (isNews && refund.state === 'failed') await take(item, refund.amountMinor, now)
    if (isNews && state === 'failed') await cameBack(refund, item)
    await refund.update({ stripeRefund, state, settledAt: state === 'succeeded' ? (refund.settledAt ?? now) : null })
    if (isNews && state === 'succeeded') await arrived(refund, now)
  })
}

/** A refund that is not needed any more: the money went back otherwise. */
export function withdraw(id: string, now: Date) {
  return together(async () => {
    const { refund, item } = await locked(id)
    if (!['asked', 'pending'].includes(refund.state)) return
    if (refund.state === 'pending') await release(item, refund.amountMinor)
    await refund.update({ state: 'refused', settledAt: now })
  })
}

/** Order, line, refund: whoever changes one of them locks them in this order. */
async function locked(id: string) {
  const { orderItemId, item: known } = await Refund.findByPk(id, { include: 'item', rejectOnEmpty: true })
  await Order.findByPk(known!.orderId, { lock: true })
  const item = await OrderItem.findByPk(orderItemId, { lock: true, rejectOnEmpty: true })
  return { item, refund: await Refund.findByPk(id, { lock: true, rejectOnEmpty: true }) }
}

async function arrived(refund: Refund, now: Date) {
  const { id, buyerId } = refund
  if ((await Invoice.count({ where: { refundId: id } })) === 0) await issueCreditNote(refund, now)
  if (buyerId) await post('refunded', { userId: buyerId, aboutId: id })
  await Alarm.settle('refund failed', id, now)
}

async function cameBack({ id, amountMinor }: Refund, item: OrderItem) {
  await release(item, amountMinor)
  await Alarm.ring('refund failed', id)
}
