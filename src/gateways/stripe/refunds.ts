import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import type { For } from '../../privacy/processors.ts'
import { ask, askForAll, ourId } from './client.ts'

export type RefundAtStripe = {
  id: string
  state: 'pending' | 'succeeded' | 'failed'
  payment: string | null
  amountMinor: number
  currency: string
  /** Ours; null for one that was made in Stripe's dashboard. */
  refundId: string | null
}

export type DisputeAtStripe = {
  id: string
  payment: string | null
  /** A closed one was an enquiry that went no further. */
  state: 'open' | 'answered' | 'won' | 'lost' | 'closed'
  reason: string
  amountMinor: number
  currency: string
  evidenceDueAt: Date | null
}

/** What may be handed over of somebody's purchase, and nothing else, when their bank asks the payment back. */
export type Evidence = Partial<
  Record<
    | 'access_activity_log'
    | 'customer_email_address'
    | 'customer_name'
    | 'product_description'
    | 'refund_policy_disclosure'
    | 'service_date'
    | 'uncategorized_text',
    For<'stripe', string>
  >
>

type Wanted = { payment: string; amountMinor: number; key: string; refundId: string; orderId: string }

export const refunds = {
  /**
   * Gives money back for a payment; asked again with the same key it does so once. As Stripe forgets a key within a day,
   * the refund carries it, and is looked for first. @throws StripeRefused
   */
  async refund({ payment, amountMinor, key, refundId, orderId }: Wanted) {
    const metadata = { refund: refundId, order: orderId, key }
    const wanted = { payment_intent: payment, amount: amountMinor, metadata }
    const before = await Array.fromAsync(refundsFor(payment))
    const made = before.find(({ metadata }) => metadata?.key === key)
    return shown(made ?? (await ask((stripe) => stripe.refunds.create(wanted, { idempotencyKey: key }))))
  },

  /** All of a payment, those made in Stripe's dashboard too, newest first. */
  async refundsOf(payment: string) {
    return Array.fromAsync(refundsFor(payment), shown)
  },

  async refundState(id: string) {
    return shown(await ask((stripe) => stripe.refunds.retrieve(id)))
  },
}

export const disputes = {
  async dispute(id: string) {
    return disputeShown(await ask((stripe) => stripe.disputes.retrieve(id)))
  },

  /** Every one that was begun since then, newest first, whatever became of it. */
  async disputesSince(from: Date) {
    const created = { gte: Math.floor(from.getTime() / 1000) }
    return Array.fromAsync(
      askForAll((stripe) => stripe.disputes.list({ created, limit: 100 })),
      disputeShown,
    )
  },

  /** Hands over the evidence, for good: a bank reads it once. Each try has its key. @throws StripeRefused when it is too late */
  async answerDispute(id: string, evidence: Evidence, key: string) {
    const digest = createHash('sha256').update(JSON.stringify(evidence)).digest('base64url')
    const options = { idempotencyKey: `dispute:${id}:${key}:${digest}` }
    return disputeShown(await ask((stripe) => stripe.disputes.update(id, { evidence, submit: true }, options)))
  },
}

function refundsFor(payment: string) {
  return askForAll((stripe) => stripe.refunds.list({ payment_intent: payment, limit: 100 }))
}

function shown({ id, status, payment_intent, amount, currency, metadata }: Stripe.Refund): RefundAtStripe {
  const state = status === 'succeeded' ? 'succeeded' : ['failed', 'canceled'].includes(status!) ? 'failed' : 'pending'
  const common = { payment: payment_intent as string | null, amountMinor: amount, currency: currency.toUpperCase() }
  return { id, state, ...common, refundId: ourId(metadata?.refund) }
}

function disputeShown({ id, status, payment_intent, reason, amount, currency, evidence_details }: Stripe.Dispute) {
  const due = evidence_details.due_by
  const dispute: DisputeAtStripe = {
    id,
    payment: payment_intent as string | null,
    state: stateOf(status),
    reason,
    amountMinor: amount,
    currency: currency.toUpperCase(),
    evidenceDueAt: due ? new Date(due * 1000) : null,
  }
  return dispute
}

function stateOf(status: Stripe.Dispute.Status): DisputeAtStripe['state'] {
  if (status === 'won') return 'won'
  if (status === 'lost') return 'lost'
  if (status.endsWith('under_review')) return 'answered'
  return status.endsWith('needs_response') ? 'open' : 'closed'
}
