import { cards } from './cards.ts'
import { openDispute } from './give-back.ts'
import * as objects from './objects.ts'
import type { Store, Thing } from './store.ts'

type Session = Thing<'checkout.session'>
type Intent = Thing<'payment_intent'>
export type Outcome = 'paid' | 'declined' | 'asks'

/** Somebody pays on the page with a card: a new one, or one that is remembered. */
export function payByCard(store: Store, session: Session, number: string, saved?: Thing<'payment_method'>): Outcome {
  const { does, decline, brand } = cards[number]!
  const intent = intentOf(store, session)
  if (does === 'is declined') {
    const message = decline === 'insufficient_funds' ? 'Your card has insufficient funds.' : 'Your card was declined.'
    intent.last_payment_error = { type: 'card_error', code: 'card_declined', decline_code: decline, message }
    return 'declined'
  }
  intent.payment_method = saved?.id ?? newCard(store, session, number, brand).id
  if (does === 'asks its owner' && !saved) {
    intent.status = 'requires_action'
    return 'asks'
  }
  succeed(store, session, intent)
  return 'paid'
}

/** The card's owner was asked, and said yes or no. */
export function authenticate(store: Store, session: Session, confirmed: boolean): Outcome {
  const intent = intentOf(store, session)
  if (intent.status !== 'requires_action') return session.status === 'complete' ? 'paid' : 'declined'
  if (confirmed) {
    succeed(store, session, intent)
    return 'paid'
  }
  // Kept for nobody: its owner did not stand by it.
  Object.assign(store.get('payment_method', intent.payment_method!), { customer: null })
  intent.status = 'requires_payment_method'
  const message = 'We are unable to authenticate your payment method.'
  intent.last_payment_error = { type: 'card_error', code: 'payment_intent_authentication_failure', message }
  return 'declined'
}

/** The order is taken, and the money comes in some days, or never. */
export function payByTransfer(store: Store, session: Session) {
  intentOf(store, session).status = 'processing'
  complete(store, session)
}

/** The money of a transfer has come, or it never will. */
export function settleTransfer(store: Store, session: Session, came: boolean) {
  const intent = store.get('payment_intent', session.payment_intent!)
  if (intent.status !== 'processing') return
  if (came) collect(store, session, intent)
  else intent.status = 'requires_payment_method'
  store.tell(`checkout.session.async_payment_${came ? 'succeeded' : 'failed'}`, session)
}

export function expire(store: Store, session: Session) {
  Object.assign(session, { status: 'expired', url: null })
  store.tell('checkout.session.expired', session)
}

/** Of one whose time is over it is seen when it is looked at, without looking at all the others. */
export function expireIfDue(store: Store, session: Session) {
  if (session.status === 'open' && session.expires_at <= store.seconds) expire(store, session)
  return session
}

/** Those whose time is over. */
export function expireDue(store: Store) {
  const due = store.all('checkout.session', { status: 'open' }).filter(({ expires_at }) => expires_at <= store.seconds)
  for (const session of due) expire(store, session)
  if (due.length > 0) store.save()
}

function succeed(store: Store, session: Session, intent: Intent) {
  collect(store, session, intent)
  complete(store, session)
  const card = store.find('payment_method', intent.payment_method)
  if (card && cards[card._number]?.does === 'is disputed')
    openDispute(store, store.get('charge', intent.latest_charge!))
}

function collect(store: Store, session: Session, intent: Intent) {
  const { amount, currency, customer, metadata, payment_method } = intent
  const billing_details = { email: session.customer_details?.email ?? session.customer_email }
  const charge = store.add(
    objects.charge({
      amount,
      currency,
      customer,
      metadata,
      payment_intent: intent.id,
      payment_method,
      billing_details,
    }),
  )
  Object.assign(intent, {
    status: 'succeeded',
    amount_received: amount,
    latest_charge: charge.id,
    last_payment_error: null,
  })
  session.payment_status = 'paid'
}

function complete(store: Store, session: Session) {
  const email = session.customer_email ?? store.find('customer', session.customer)?.email ?? null
  Object.assign(session, { status: 'complete', url: null, customer_details: { email } })
  store.tell('checkout.session.completed', session)
}

function newCard(store: Store, session: Session, number: string, brand: string) {
  if (session._newCustomer) session.customer ??= store.add(objects.customer({ email: session.customer_email })).id
  const customer = session._remember ? session.customer : null
  const card = { brand, last4: number.slice(-4) }
  const made = objects.paymentMethod({
    customer,
    allow_redisplay: session._remember ? 'always' : 'unspecified',
    card,
    _number: number,
  })
  return store.add(made) as Thing<'payment_method'>
}

/** One for each page, however often somebody tries. */
function intentOf(store: Store, session: Session): Intent {
  const known = store.find('payment_intent', session.payment_intent)
  if (known) return known

  const { amount_total: amount, currency, customer, _forPayment: metadata } = session
  const made = store.add(objects.intent({ amount, currency, customer, metadata, _session: session.id })) as Intent
  session.payment_intent = made.id
  return made
}
