import { together } from '../../../db/together.ts'
import { sql } from '../../../lib/sql.ts'
import { Alarm, Order, OrderItem, Refund } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { issueCreditNote, standingNote, takeBackCreditNote } from '../invoices/issue.ts'
import { release, take } from './give-back.ts'

type AtStripe = { id: string | null; state: 'pending' | 'succeeded' | 'failed' }

/** At Stripe a refund never goes back a step: what says so was asked before somebody else heard the rest. */
const steps: Refund['state'][] = ['pending', 'succeeded', 'failed']

/**
 * Writes down how a refund stands at Stripe, once for each change, whoever tells it and in whatever order. What arrived
 * gets its credit note and a letter; what came back, however late, has its credit note taken back, is left to be given
 * again, and rings until it is.
 */
export function recordRefund(id: string, { id: stripeRefund, state }: AtStripe, now: Date) {
  return together(async () => {
    const { refund, item } = await locked(id)
    const isAnother = refund.stripeRefund !== null && refund.stripeRefund !== stripeRefund
    const isOlder = refund.stripeRefund === stripeRefund && steps.indexOf(state) < steps.indexOf(refund.state)
    if (isAnother || isOlder || ['asked', 'refused'].includes(refund.state)) return

    const isNews = refund.state !== state
    if (isNews && refund.state === 'failed') await take(item, refund.amountMinor, now)
    if (isNews && state === 'failed') await cameBack(refund, item, now)
    await refund.update({ stripeRefund, state, settledAt: state === 'succeeded' ? (refund.settledAt ?? now) : null })
    if (isNews && state === 'succeeded') await arrived(refund, now)
  })
}

/** A refund that is not needed any more: the money went back otherwise. */
export function withdraw(id: string, now: Date) {
  return together(async () => {
    const { refund, item } = await locked(id)
    if (!['asked', 'pending', 'failed'].includes(refund.state)) return
    if (refund.state === 'pending') await release(item, refund.amountMinor)
    await refund.update({ state: 'refused', settledAt: now })
    await Alarm.settle('refund failed', id, now)
  })
}

/** What came back and cannot be sent again any more: so much has gone back otherwise. */
export async function withdrawWhatFitsNoMore({ id: orderId }: { id: string }, now: Date) {
  const { rows } = await sql<{ id: string }>(
    `select r.id from refunds r join order_items i on i.id = r.order_item_id
     where i.order_id = $orderId and r.state = 'failed' and r.amount_minor > i.total_minor - i.refunded_minor - i.lost_minor`,
    { orderId },
  )
  for (const { id } of rows) await withdraw(id, now)
}

/** Order, line, refund: whoever changes one of them locks them in this order. */
export async function locked(id: string) {
  const { orderItemId, item: known } = await Refund.findByPk(id, { include: 'item', rejectOnEmpty: true })
  await Order.findByPk(known!.orderId, { lock: true })
  const item = await OrderItem.findByPk(orderItemId, { lock: true, rejectOnEmpty: true })
  return { item, refund: await Refund.findByPk(id, { lock: true, rejectOnEmpty: true }) }
}

async function arrived(refund: Refund, now: Date) {
  const { id, buyerId } = refund
  if (!(await standingNote(refund))) await issueCreditNote(refund, now)
  if (buyerId) await post('refunded', { userId: buyerId, aboutId: id })
  await Alarm.settle('refund failed', id, now)
}

async function cameBack(refund: Refund, item: OrderItem, now: Date) {
  await release(item, refund.amountMinor)
  await takeBackCreditNote(refund, now)
  await Alarm.ring('refund failed', refund.id)
}
