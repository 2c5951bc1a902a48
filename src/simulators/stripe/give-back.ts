import { cards } from './cards.ts'
import * as objects from './objects.ts'
import { Refusal } from './refusal.ts'
import type { Store, Thing } from './store.ts'

const TEN_DAYS = 10 * 24 * 60 * 60

type Charge = Thing<'charge'>
type Wanted = { charge: Charge; amount?: number; metadata?: Record<string, string> }

/** Sends money back, as the API and the dashboard do. @throws Refusal */
export function giveBack(store: Store, { charge, amount, metadata = {} }: Wanted) {
  const left = leftOf(store, charge)
  if (left === 0) throw new Refusal(400, 'Charge has already been refunded.', { code: 'charge_already_refunded' })
  if (charge.disputed && openOf(store, charge)) {
    throw new Refusal(400, 'Charge has been charged back.', { code: 'charge_disputed' })
  }
  const wanted = amount ?? left
  if (wanted < 1)
    throw new Refusal(400, 'Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  if (wanted > left) {
    throw new Refusal(400, 'Refund amount is greater than unrefunded amount on charge', { param: 'amount' })
  }

  const does = cards[store.find('payment_method', charge.payment_method)?._number ?? '']?.does
  const { id, currency, payment_intent } = charge
  const status = does === 'refunds later' ? 'pending' : 'succeeded'
  const made = objects.refund({ amount: wanted, currency, charge: id, payment_intent, metadata, status })
  const refund = store.add(made) as Thing<'refund'>
  count(charge, wanted)
  store.tell('refund.created', refund)
  store.tell('charge.refunded', charge)
  if (does === 'fails to refund') settleRefund(store, refund, false)
  return refund
}

/** A refund arrives, or comes back: then the money is ours again. Both may happen to one that had succeeded. */
export function settleRefund(store: Store, refund: Thing<'refund'>, arrived: boolean) {
  const status: objects.RefundStatus = arrived ? 'succeeded' : 'failed'
  if (refund.status === status || refund.status === 'failed') return
  refund.status = status
  if (!arrived) {
    refund.failure_reason = 'lost_or_stolen_card'
    count(store.get('charge', refund.charge), -refund.amount)
  }
  store.tell('refund.updated', refund)
  if (!arrived) store.tell('refund.failed', refund)
}

/** A bank asks a payment back. */
export function openDispute(store: Store, charge: Charge, reason = 'fraudulent') {
  if (openOf(store, charge)) throw new Refusal(400, 'Charge is disputed already.', { code: 'charge_disputed' })
  const { id, currency, payment_intent } = charge
  const due_by = store.seconds + TEN_DAYS
  const evidence_details = { due_by, has_evidence: false, past_due: false, submission_count: 0 }
  const common = { amount: leftOf(store, charge), currency, charge: id, payment_intent }
  const dispute = store.add(objects.dispute({ ...common, reason, evidence_details })) as Thing<'dispute'>
  charge.disputed = true
  store.tell('charge.dispute.created', dispute)
  return dispute
}

/** The one word for that is not spoken any more: too late or answered already. @throws Refusal */
export function answer(store: Store, dispute: Thing<'dispute'>, evidence: Record<string, string>, submit: boolean) {
  if (dispute.status !== 'needs_response') throw new Refusal(400, 'This dispute is closed to more evidence.')
  if (dispute.evidence_details.due_by < store.seconds) throw new Refusal(400, 'The time for evidence is over.')
  Object.assign(dispute.evidence, evidence)
  dispute.evidence_details.has_evidence = true
  if (submit) {
    dispute.evidence_details.submission_count += 1
    dispute.status = 'under_review'
  }
  store.tell('charge.dispute.updated', dispute)
}

/** The bank decides; it may decide otherwise later. */
export function decide(store: Store, dispute: Thing<'dispute'>, status: 'won' | 'lost') {
  dispute.status = status
  store.tell('charge.dispute.closed', dispute)
}

function openOf(store: Store, charge: Charge) {
  return store.all('dispute', { charge: charge.id }).find(({ status }) => !['won', 'lost'].includes(status))
}

/** What neither went back nor was taken by a bank. */
function leftOf(store: Store, { id, amount, amount_refunded }: Charge) {
  const lost = store.all('dispute', { charge: id }).filter(({ status }) => status === 'lost')
  return lost.reduce((left, dispute) => left - dispute.amount, amount - amount_refunded)
}

function count(charge: Charge, amount: number) {
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
}
