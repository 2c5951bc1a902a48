import { stripe } from '../src/gateways/stripe.ts'
import { Order } from '../src/models/index.ts'
import { disclose, pick } from '../src/services/privacy/disclosure-service.ts'

const HOUR = 60 * 60 * 1000
const CARD = '4242 4242 4242 4242'

/** Has what stands in for Stripe know all that was paid, so that it can be given back and the books can be compared. */
export async function seedPayments(now: Date) {
  const where = { state: 'paid', stripePayment: null }
  const orders = await Order.findAll({ where, include: ['items', 'buyer'], order: ['paidAt', 'id'] })
  for (const order of orders) await pay(order, now)
}

async function pay(order: Order, now: Date) {
  const [items, buyer] = [order.items!, order.buyer!]
  const titles = items.map((item) => pick(item, 'title'))
  const [{ email }, ...told] = await disclose('stripe', 'to take a payment', buyer.id, pick(buyer, 'email'), ...titles)
  const lines = items.map(({ totalMinor }, place) => ({ title: told[place]!.title, amountMinor: totalMinor }))
  const { id: orderId, currency } = order
  const page = { currency, items: lines, rememberCard: false, attempt: 1, expiresAt: new Date(now.getTime() + HOUR) }
  const { id, url } = await stripe.openCheckout({ id: orderId, email, ...page })
  await fetch(url, { method: 'POST', body: new URLSearchParams({ card: CARD }), redirect: 'manual' })
  const { payment } = await stripe.checkout(id)
  await order.update({ stripeSession: id, stripePayment: payment })
}
