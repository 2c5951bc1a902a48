import { stripe } from '../../gateways/stripe.ts'
import { Order } from '../../models/index.ts'
import { settle } from './settle.ts'

/** The order that a payment is for. One that we have not heard of yet is settled first: events come in any order. */
export async function orderOfPayment(payment: string, now: Date) {
  const known = await Order.findOne({ where: { stripePayment: payment } })
  if (known) return known

  const id = await stripe.orderOf(payment)
  const order = id ? await Order.findByPk(id) : null
  if (!order || order.state === 'paid') return null
  await settle(order.id, now)
  return Order.findOne({ where: { stripePayment: payment } })
}
