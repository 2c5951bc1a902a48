import { v4 } from 'uuid'
import { type OrderAtStripe, stripe } from '../../src/gateways/stripe.ts'
import type { For } from '../../src/privacy/processors.ts'
import { card, type openStripe } from './stripe.ts'

/** As if it had come through the gate. */
export const passed = (value: string) => value as For<'stripe', string>

/** A course and a session, to be paid within an hour. */
export function anOrder(overrides: Partial<OrderAtStripe> = {}): OrderAtStripe {
  const items = ['Joints that hold', 'A session'].map((title) => ({ title: passed(title), amountMinor: 4900 }))
  return {
    id: v4(),
    currency: 'EUR',
    items,
    email: passed('maya@example.org'),
    rememberCard: false,
    attempt: 1,
    expiresAt: new Date(Date.now() + 60 * 60_000),
    ...overrides,
  }
}

/** Pays an order on its page. Answers how the page stands then. */
export async function pay(account: ReturnType<typeof openStripe>, number = card.pays, order = anOrder()) {
  const { id, url } = await stripe.openCheckout(order)
  await account.press(url, { card: number })
  const { payment, customer } = await stripe.checkout(id)
  return { id, payment: payment!, customer }
}
