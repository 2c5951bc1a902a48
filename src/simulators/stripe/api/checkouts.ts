import * as objects from '../objects.ts'
import type { Shape } from '../parameters.ts'
import { expire, expireIfDue } from '../pay.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import type { Wire } from '../wire.ts'

const HALF_AN_HOUR = 30 * 60
const A_DAY = 24 * 60 * 60
const LEEWAY = 60

const on: Shape = { enabled: 'flag!' }

const shape: Shape = {
  mode: 'text!',
  line_items: [
    {
      quantity: 'whole',
      price_data: {
        currency: 'text!',
        unit_amount: 'whole!',
        product_data: { name: 'text!', description: 'text', metadata: 'map' },
        tax_behavior: 'text',
      },
    },
  ],
  success_url: 'text!',
  cancel_url: 'text',
  expires_at: 'whole',
  client_reference_id: 'text',
  metadata: 'map',
  customer: 'text',
  customer_email: 'text',
  customer_creation: 'text',
  payment_intent_data: { metadata: 'map', description: 'text', setup_future_usage: 'text' },
  payment_method_data: { allow_redisplay: 'text' },
  saved_payment_method_options: {
    allow_redisplay_filters: ['text'],
    payment_method_remove: 'text',
    payment_method_save: 'text',
  },
  locale: 'text',
  submit_type: 'text',
  ui_mode: 'text',
  billing_address_collection: 'text',
  phone_number_collection: on,
  invoice_creation: on,
  automatic_tax: on,
  adaptive_pricing: { enabled: 'flag' },
  wallet_options: { link: { display: 'text' } },
}

type Price = { currency: string; unit_amount: number; product_data: { name: string } }
type Wanted = {
  mode: string
  line_items?: { quantity?: number; price_data?: Price }[]
  success_url: string
  cancel_url?: string
  expires_at?: number
  client_reference_id?: string
  metadata?: Record<string, string>
  customer?: string
  customer_email?: string
  customer_creation?: string
  payment_intent_data?: { metadata?: Record<string, string>; setup_future_usage?: string }
  saved_payment_method_options?: object
}

/** Pages to pay. `base` is where they are. */
export function checkoutApi(wire: Wire, store: Store, base: () => string) {
  wire.post<Wanted>('/checkout/sessions', shape, (wanted) => {
    const lines = linesOf(wanted)
    check(wanted)
    const { customer, customer_email = null, client_reference_id = null, payment_intent_data: data = {} } = wanted
    const session = store.add(
      objects.session({
        ...{ customer_email, client_reference_id, metadata: wanted.metadata ?? {}, customer: customer ?? null },
        amount_total: lines.reduce((sum, { amount }) => sum + amount, 0),
        currency: wanted.line_items![0]!.price_data!.currency,
        success_url: wanted.success_url,
        cancel_url: wanted.cancel_url ?? null,
        expires_at: wanted.expires_at ?? store.seconds + A_DAY,
        _lines: lines,
        _remember: data.setup_future_usage !== undefined,
        _showsSaved: customer !== undefined && wanted.saved_payment_method_options !== undefined,
        _newCustomer: wanted.customer_creation === 'always',
        _forPayment: data.metadata ?? {},
      }),
    )
    return Object.assign(session, { url: `${base()}/c/pay/${session.id}` })
  })

  wire.get<{ limit?: number; starting_after?: string; payment_intent?: string }>(
    '/checkout/sessions',
    { limit: 'whole', starting_after: 'text', payment_intent: 'text' },
    ({ payment_intent, ...page }) => store.list('checkout.session', '/v1/checkout/sessions', page, { payment_intent }),
  )

  wire.get('/checkout/sessions/:id', {}, (_, id) => {
    return expireIfDue(store, store.get('checkout.session', id, 'session'))
  })

  wire.post('/checkout/sessions/:id/expire', {}, (_, id) => {
    const session = expireIfDue(store, store.get('checkout.session', id, 'session'))
    if (session.status !== 'open') {
      const said = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`
      throw new Refusal(400, said)
    }
    expire(store, session)
    return session
  })

  function check({ mode, customer, customer_email, customer_creation, expires_at = store.seconds + A_DAY }: Wanted) {
    if (mode !== 'payment') throw new Refusal(400, 'Only payments are played here.', { param: 'mode' })
    if (customer && (customer_email || customer_creation)) {
      throw new Refusal(
        400,
        'You may only specify one of these parameters: customer, customer_email, customer_creation.',
      )
    }
    if (customer && (store.get('customer', customer, 'customer').deleted ?? false)) {
      throw new Refusal(400, `No such customer: '${customer}'`, { code: 'resource_missing', param: 'customer' })
    }
    const ahead = expires_at - store.seconds
    if (ahead < HALF_AN_HOUR - LEEWAY || ahead > A_DAY + LEEWAY) {
      const said =
        'The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.'
      throw new Refusal(400, said, { param: 'expires_at' })
    }
  }
}

function linesOf({ line_items: lines = [] }: Wanted): objects.Line[] {
  const none = lines.length === 0 || lines.some(({ price_data }) => !price_data)
  if (none)
    throw new Refusal(400, 'Missing required param: line_items.', { code: 'parameter_missing', param: 'line_items' })
  const currencies = new Set(lines.map(({ price_data }) => price_data!.currency))
  if (currencies.size > 1) throw new Refusal(400, 'All prices must have the same currency.', { param: 'line_items' })
  if (lines.some(({ price_data }) => price_data!.unit_amount < 0)) {
    throw new Refusal(400, 'Invalid non-negative integer', { code: 'parameter_invalid_integer', param: 'line_items' })
  }
  return lines.map(({ quantity = 1, price_data }) => {
    const { unit_amount, product_data } = price_data!
    return { name: product_data.name, quantity, amount: unit_amount * quantity }
  })
}
