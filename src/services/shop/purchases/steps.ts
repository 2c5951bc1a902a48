import { money } from '../../../lib/money.ts'
import type { Dispute, Invoice, Order, OrderItem, Refund } from '../../../models/index.ts'
import { refundReasons } from '../in-words.ts'

export type Step = { text: string; note?: string; at: Date; state?: 'now' | 'ahead' }

/** What happened with an order, in its order: paid, given, issued, given back, asked back by a bank. */
export function stepsOf(order: Order, documents: Invoice[]): Step[] {
  const { items = [], disputes = [], currency } = order
  const steps = [
    ...ofPayment(order),
    ...items.flatMap((item) => ofBooking(item, order)),
    ...items.flatMap(ofDelivery),
    ...documents.map(ofDocument),
    ...items.flatMap((item) => (item.refunds ?? []).flatMap((refund) => ofRefund(refund, item, currency))),
    ...disputes.flatMap(ofDispute),
  ]
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function ofPayment({ createdAt, expiresAt, paidAt, state }: Order): Step[] {
  const ordered = { text: 'You ordered it.', at: createdAt }
  if (paidAt) return [ordered, { text: 'You paid.', at: paidAt }]
  if (state === 'pending') return [ordered, { text: 'We wait for your payment.', at: expiresAt, state: 'now' }]
  if (state === 'processing')
    return [ordered, { text: 'Your payment is on its way.', at: later(createdAt), state: 'now' }]
  return [ordered, { text: 'It ended without a payment. Nothing was taken.', at: expiresAt }]
}

/** A time that somebody else had by then was never booked. */
function ofBooking({ kind, title, bookingId, refunds = [] }: OrderItem, { paidAt }: Order): Step[] {
  const isGone = refunds.some(({ reason }) => reason === 'time gone')
  return kind === 'session' && bookingId && paidAt && !isGone
    ? [{ text: `${title} was booked for you.`, at: paidAt }]
    : []
}

function ofDelivery({ kind, title, deliveredAt }: OrderItem): Step[] {
  if (!deliveredAt) return []
  return [{ text: `${title} ${kind === 'course' ? 'was opened for you.' : 'took place.'}`, at: deliveredAt }]
}

function ofDocument({ kind, number, issuedAt, correctsId, isSale }: Invoice): Step {
  const again = isSale && correctsId
  const note = kind === 'invoice' && !isSale ? 'It takes a credit note back, whose money came back to us.' : undefined
  const text = `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number} was issued${again ? ' anew' : ''}.`
  return { text, note, at: issuedAt }
}

const endings = {
  asked: () => 'One of us looks at it.',
  pending: (sum: string) => `${sum} is on its way back to you.`,
  succeeded: (sum: string) => `${sum} went back to you.`,
  failed: (sum: string) => `${sum} came back to us. Our staff see to it that it reaches you.`,
  refused: () => 'It was not given back.',
}

/** What was asked of our staff has two steps, all else goes by itself and has one. */
function ofRefund(refund: Refund, { title }: OrderItem, currency: string): Step[] {
  const { state, reason, amountMinor, createdAt, settledAt } = refund
  const sum = money(amountMinor, currency)
  const wasAsked = refund.ticketId !== null
  const note = ['asked', 'refused'].includes(state) ? title : `${title}. ${refundReasons[reason]}`
  const ending: Step = { text: endings[state](sum), note, at: settledAt ?? later(createdAt) }
  if (['asked', 'pending', 'failed'].includes(state)) ending.state = 'now'
  return wasAsked ? [{ text: `You asked for ${sum} back.`, at: createdAt }, ending] : [ending]
}

const decisions: Record<string, string> = {
  won: 'Your bank left the payment as it was.',
  lost: 'Your bank took the money back.',
  closed: 'Your bank asked no further.',
}

function ofDispute({ amountMinor, currency, state, createdAt, resolvedAt }: Dispute): Step[] {
  const begun = { text: `Your bank asked ${money(amountMinor, currency)} back from us.`, at: createdAt }
  const decision = decisions[state]
  if (decision) return [begun, { text: decision, at: resolvedAt ?? createdAt }]
  return [
    begun,
    {
      text: 'It decides now, which takes weeks. Until then all of it stays closed.',
      at: later(createdAt),
      state: 'now',
    },
  ]
}

/** Behind what it belongs to, and before all else. */
function later(instant: Date) {
  return new Date(instant.getTime() + 1)
}
