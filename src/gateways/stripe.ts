import { accounts } from './stripe/accounts.ts'
import { checkouts } from './stripe/checkouts.ts'
import { customers } from './stripe/customers.ts'
import { eventFrom } from './stripe/events.ts'
import { disputes, refunds } from './stripe/refunds.ts'

export type { Checkout, OrderAtStripe, Payment } from './stripe/checkouts.ts'
export { isMissing, StripeFailed, StripeRefused } from './stripe/client.ts'
export type { Card } from './stripe/customers.ts'
export { BadSignature, type StripeEvent } from './stripe/events.ts'
export type { DisputeAtStripe, Evidence, RefundAtStripe } from './stripe/refunds.ts'

/**
 * Money, at Stripe. No card ever comes here: people type it there (P03, P34). What is personal has passed the gate, and
 * what we add is ids that tell nothing (P10); Stripe's own numbers go back to it as they came. Amounts are in minor units. Everything throws StripeFailed, which is worth
 * another try, or StripeRefused, which is not; what could happen twice takes a key, under which Stripe does it once.
 */
export const stripe = { ...checkouts, ...refunds, ...disputes, ...customers, ...accounts, eventFrom }
