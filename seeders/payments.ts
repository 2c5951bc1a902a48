import { stripe } from '../src/gateways/stripe.ts'
import { Order, type OrderItem, User } from '../src/models/index.ts'
import { disclose, pick } from '../src/services/privacy/disclosure-service.ts'

const HOUR = 60 * 60 * 1000
const CARD = '4242 4242 4242 4242'

/** Has what stands in for Stripe know what Maya paid, so that she can give it back. The others' are only in our books. */
export async function seedPayments(now: Date) {
  const maya = await User.findOne({ where: { email: 'maya@example.org' }, rejectOnEmpty: true })
  const orders = await Order.findAll({
    where: { buyerId: maya.id, state: 'paid', stripePayment: null },
    include: 'items',
  })
  for (const order of orders) await pay(order, order.items!, maya, now)
}

async function pay(order: Order, items: OrderItem[], buyer: User, now: Date) {
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
