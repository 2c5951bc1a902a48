import type Stripe from 'stripe'
import { config } from '../../config.ts'
import type { For } from '../../privacy/processors.ts'
import { ask, askForAll, ourId } from './client.ts'

export type OrderAtStripe = {
  id: string
  currency: string
  items: { title: For<'stripe', string>; amountMinor: number }[]
  email: For<'stripe', string>
  /** What Stripe calls somebody whose cards it remembers: they may choose one. */
  customer?: string
  rememberCard: boolean
  /** Counts the pages that were made to pay this order; the same one asked for again is the same page. */
  attempt: number
  /** Half an hour from now at least, a day at most. */
  expiresAt: Date
}

export type Checkout = {
  state: 'open' | 'complete' | 'expired'
  paid: boolean
  /** Confirmed by the buyer, and the money is still on its way, or they still have to send it, as with a voucher. */
  processing: boolean
  payment: string | null
  customer: string | null
  amountMinor: number
  currency: string
  orderId: string | null
}

export type Payment = {
  id: string
  orderId: string | null
  paid: boolean
  amountMinor: number
  refundedMinor: number
  currency: string
}

const withPayment = { expand: ['payment_intent'] }

export const checkouts = {
  /**
   * Makes the page at Stripe on which an order is paid. Stripe learns the titles, the prices and the address to write to,
   * and of us an id that tells nothing (P10). No Customer is made there unless the card is to be remembered.
   */
  async openCheckout(order: OrderAtStripe) {
    const { id, url } = await ask((stripe) =>
      stripe.checkout.sessions.create(pageFor(order), { idempotencyKey: `checkout:${order.id}:${order.attempt}` }),
    )
    return { id, url: url! }
  },

  /** How a page to pay stands now. */
  async checkout(id: string): Promise<Checkout> {
    return shown(await ask((stripe) => stripe.checkout.sessions.retrieve(id, withPayment)))
  },

  /** Closes a page to pay. Answers how it stands then: one that was paid meanwhile stays paid. */
  async expireCheckout(id: string): Promise<Checkout> {
    const expired = await ask((stripe) =>
      stripe.checkout.sessions.expire(id, withPayment, { idempotencyKey: `expire:${id}` }),
    ).catch(ifEnded)
    return expired ? shown(expired) : checkouts.checkout(id)
  },

  /** Ours for a payment: the id of its order, if it says one. */
  async orderOf(payment: string) {
    const { metadata } = await ask((stripe) => stripe.paymentIntents.retrieve(payment))
    return ourId(metadata.order)
  },

  /** Every payment begun since then, newest first, for the audit. */
  async *payments(from: Date): AsyncGenerator<Payment> {
    const created = { gte: Math.floor(from.getTime() / 1000) }
    const all = askForAll((stripe) =>
      stripe.paymentIntents.list({ created, limit: 100, expand: ['data.latest_charge'] }),
    )
    for await (const { id, metadata, status, amount, currency, latest_charge: charge } of all) {
      yield {
        id,
        orderId: ourId(metadata.order),
        paid: status === 'succeeded',
        amountMinor: amount,
        refundedMinor: (charge as Stripe.Charge | null)?.amount_refunded ?? 0,
        currency: currency.toUpperCase(),
      }
    }
  },
}

/** No phone, no tax of Stripe's, no invoice of Stripe's, no other currency, and no wallet that asks for more. */
function pageFor(order: OrderAtStripe): Stripe.Checkout.SessionCreateParams {
  const { id, customer, email, rememberCard } = order
  const back = `${config.baseUrl}/checkout/return?order=${id}&cs={CHECKOUT_SESSION_ID}`
  return {
    mode: 'payment',
    client_reference_id: id,
    metadata: { order: id },
    line_items: order.items.map(({ title, amountMinor }) => ({
      quantity: 1,
      price_data: {
        currency: order.currency.toLowerCase(),
        unit_amount: amountMinor,
        product_data: { name: title },
      },
    })),
    ...(customer
      ? { customer }
      : { customer_email: email, customer_creation: rememberCard ? 'always' : 'if_required' }),
    payment_intent_data: { metadata: { order: id }, ...(rememberCard && { setup_future_usage: 'on_session' }) },
    ...(rememberCard && { payment_method_data: { allow_redisplay: 'always' } }),
    ...((rememberCard || customer) && {
      saved_payment_method_options: { allow_redisplay_filters: ['always'], payment_method_remove: 'enabled' },
    }),
    success_url: back,
    cancel_url: `${config.baseUrl}/cart`,
    expires_at: Math.floor(order.expiresAt.getTime() / 1000),
    locale: 'auto',
    submit_type: 'pay',
    billing_address_collection: 'auto',
    phone_number_collection: { enabled: false },
    invoice_creation: { enabled: false },
    automatic_tax: { enabled: false },
    adaptive_pricing: { enabled: false },
    wallet_options: { link: { display: 'never' } },
  }
}

/** Stripe has no code for it: of a page that is complete or expired it only says so. */
function ifEnded(error: unknown) {
  if ((error as { code?: string }).code !== 'invalid_request_error') throw error
}

function shown(session: Stripe.Checkout.Session): Checkout {
  const payment = session.payment_intent as Stripe.PaymentIntent | null
  const decided = ['succeeded', 'requires_payment_method', 'canceled']
  return {
    state: session.status as Checkout['state'],
    paid: session.payment_status !== 'unpaid',
    processing: session.status === 'complete' && !decided.includes(payment?.status ?? 'canceled'),
    payment: payment?.id ?? null,
    customer: session.customer as string | null,
    amountMinor: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    orderId: ourId(session.client_reference_id),
  }
}
