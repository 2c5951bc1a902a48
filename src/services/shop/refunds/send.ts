import { type RefundAtStripe, StripeRefused, stripe } from '../../../gateways/stripe.ts'
import { OrderItem, Refund } from '../../../models/index.ts'
import { disputeOf } from '../disputes/standing.ts'
import { recordRefund } from './record.ts'
import { syncRefunds } from './sync.ts'

/**
 * Has Stripe give the money of a refund back, once however often it is tried, and writes down what came of it. While the
 * payment is disputed it waits; what a bank took of it is not owed any more. @throws StripeFailed, after which
 * it is tried again
 */
export async function sendRefund(id: string, now: Date) {
  const refund = await Refund.findOne({ where: { id, state: 'pending' } })
  if (!refund) return
  const { order } = await OrderItem.findByPk(refund.orderItemId, { include: 'order', rejectOnEmpty: true })
  const { id: orderId, stripePayment } = order!
  if (await disputeOf(orderId)) return

  const { stripeRefund, attempt, amountMinor } = refund
  const payment = stripePayment!
  const wanted = { payment, amountMinor, key: `refund:${id}:${attempt}`, refundId: id, orderId }
  const made = await (stripeRefund ? stripe.refundState(stripeRefund) : stripe.refund(wanted).catch(ifRefused))
  if (made) await recordRefund(id, made, now)
  else await refused(id, payment, now)
}

/** Somebody may have given it back in Stripe's dashboard: then it is not given twice. */
async function refused(id: string, payment: string, now: Date) {
  await syncRefunds(payment, now)
  await recordRefund(id, { id: null, state: 'failed' }, now)
}

/** Of a dispute that we have not heard of yet we hear soon. */
function ifRefused(error: unknown): RefundAtStripe | undefined {
  if (!(error instanceof StripeRefused) || error.code === 'charge_disputed') throw error
  return undefined
}
