import { answer, giveBack } from '../give-back.ts'
import { type Page, pages } from '../parameters.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import type { Wire } from '../wire.ts'

/** In Stripe's names; more may be asked for there, but this is what somebody here could say. */
const evidence = Object.fromEntries(
  [
    'access_activity_log',
    'customer_email_address',
    'customer_name',
    'product_description',
    'refund_policy_disclosure',
    'refund_refusal_explanation',
    'service_date',
    'uncategorized_text',
  ].map((name) => [name, 'text' as const]),
)

/** What was paid, what went back, and what a bank asks back. */
export function paymentApi(wire: Wire, store: Store) {
  wire.get<Page & { customer?: string }>('/payment_intents', { ...pages, customer: 'text' }, ({ customer, ...page }) =>
    store.list('payment_intent', '/v1/payment_intents', page, { customer }),
  )
  wire.get('/payment_intents/:id', {}, (_, id) => store.get('payment_intent', id, 'intent'))

  wire.get<Page & { payment_intent?: string }>(
    '/charges',
    { ...pages, payment_intent: 'text' },
    ({ payment_intent, ...page }) => store.list('charge', '/v1/charges', page, { payment_intent }),
  )
  wire.get('/charges/:id', {}, (_, id) => store.get('charge', id, 'charge'))

  wire.post<{ payment_intent?: string; charge?: string; amount?: number; metadata?: Record<string, string> }>(
    '/refunds',
    { payment_intent: 'text', charge: 'text', amount: 'whole', reason: 'text', metadata: 'map' },
    ({ payment_intent, charge, amount, metadata }) =>
      giveBack(store, { charge: chargeOf(payment_intent, charge), amount, metadata }),
  )
  wire.get<Page & { payment_intent?: string; charge?: string }>(
    '/refunds',
    { ...pages, payment_intent: 'text', charge: 'text' },
    ({ payment_intent, charge, ...page }) => store.list('refund', '/v1/refunds', page, { payment_intent, charge }),
  )
  wire.get('/refunds/:id', {}, (_, id) => store.get('refund', id))

  wire.get<Page & { payment_intent?: string }>(
    '/disputes',
    { ...pages, payment_intent: 'text' },
    ({ payment_intent, ...page }) => store.list('dispute', '/v1/disputes', page, { payment_intent }),
  )
  wire.get('/disputes/:id', {}, (_, id) => store.get('dispute', id))
  wire.post<{ evidence?: Record<string, string>; submit?: boolean }>(
    '/disputes/:id',
    { evidence, submit: 'flag', metadata: 'map' },
    (wanted, id) => {
      const dispute = store.get('dispute', id)
      answer(store, dispute, wanted.evidence ?? {}, wanted.submit ?? true)
      return dispute
    },
  )

  function chargeOf(intent?: string, charge?: string) {
    if (charge) return store.get('charge', charge, 'charge')
    if (!intent) throw new Refusal(400, 'One of the following params should be provided: payment_intent or charge.')
    const { latest_charge, status } = store.get('payment_intent', intent, 'payment_intent')
    if (latest_charge) return store.get('charge', latest_charge)
    const said = `This PaymentIntent (${intent}) does not have a successful charge to refund. Its status is ${status}.`
    throw new Refusal(400, said, { code: 'payment_intent_unexpected_state', param: 'payment_intent' })
  }
}
