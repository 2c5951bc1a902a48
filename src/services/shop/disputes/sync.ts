import { sequelize } from '../../../db/sequelize.ts'
import { type DisputeAtStripe, stripe } from '../../../gateways/stripe.ts'
import { sql } from '../../../lib/sql.ts'
import { Alarm, Dispute, Order, Refund } from '../../../models/index.ts'
import { orderOfPayment } from '../order-of-payment.ts'
import { letSend } from '../refunds/give-back.ts'
import { shareLoss } from './loss.ts'
import { isDisputed } from './standing.ts'

const resolved = ['won', 'lost', 'closed']

/**
 * Brings a dispute to where it is at Stripe, whoever tells it and in whatever order: a bank may decide otherwise later. The
 * courses of its order rest meanwhile, and for good where nothing is left of what was paid for them.
 */
export async function syncDispute(stripeDispute: string, now: Date) {
  const found = await stripe.dispute(stripeDispute)
  const order = found.payment ? await orderOfPayment(found.payment, now) : null
  if (order) await record(order, found, now)
}

function record({ id: orderId, buyerId }: Order, found: DisputeAtStripe, now: Date) {
  const { id: stripeDispute, state, reason, amountMinor, currency, evidenceDueAt } = found
  return sequelize.transaction(async () => {
    await Order.findByPk(orderId, { lock: true })
    const at = { state, amountMinor, evidenceDueAt }
    const known = await Dispute.findOne({ where: { stripeDispute } })
    const dispute = known ?? Dispute.build({ orderId, buyerId, stripeDispute, reason, currency, createdAt: now, ...at })
    const before = lossOf(known)
    const resolvedAt = known?.state === state && known.resolvedAt ? known.resolvedAt : now
    dispute.set({ ...at, resolvedAt: resolved.includes(state) ? resolvedAt : null })
    await dispute.save()

    if (lossOf(found) !== before) await shareLoss(orderId, now)
    await freeze(orderId, now)
    if (state !== 'open') await Alarm.settle('dispute due', dispute.id, now)
    if (resolved.includes(state)) await sendWhatWaited(orderId)
  })
}

function lossOf(dispute: Pick<Dispute, 'state' | 'amountMinor'> | null) {
  return dispute?.state === 'lost' ? dispute.amountMinor : 0
}

/** In one statement, from how all disputes of the order stand: who got a part back only has the course again. */
async function freeze(orderId: string, now: Date) {
  await sql(
    `update enrolments e set frozen_at = case when rests.so then coalesce(e.frozen_at, $now::timestamptz) end
     from order_items i cross join lateral (
       select (i.lost_minor > 0 and i.refunded_minor + i.lost_minor >= i.total_minor)
         or ${isDisputed('i.order_id')} as so
     ) rests
     where i.order_id = $orderId and e.order_item_id = i.id and (e.frozen_at is not null) <> rests.so`,
    { orderId, now: now.toISOString() },
  )
}

async function sendWhatWaited(orderId: string) {
  const item = { association: 'item', where: { orderId }, attributes: [] }
  for (const refund of await Refund.findAll({ where: { state: 'pending' }, include: item })) await letSend(refund)
}
