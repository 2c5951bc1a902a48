import { countryName } from '../../lib/countries.ts'
import { money } from '../../lib/money.ts'
import type { Coupon, Dispute, Refund } from '../../models/index.ts'
import type { OrderState } from '../../models/order.ts'
import type { RefundReason } from '../../models/refund.ts'
import type { Line } from './cart-lines.ts'

/** How buying is spoken of. */

export { policyInWords as sessionRefundInWords } from '../mentoring/cancellation-policy.ts'
export { courseRefundInWords } from './refund-policy.ts'

/** Why something cannot be bought any more. */
export const reasons: Record<NonNullable<Line['gone']>, string> = {
  owned: 'You have it already',
  ordered: 'Your payment for it is on its way',
  own: 'It is your own course',
  closed: 'It is no longer offered',
  lapsed: 'Its time is not held for you any more',
}

/** "1 thing", "2 things". */
export function things(count: number) {
  return `${count} ${count === 1 ? 'thing' : 'things'}`
}

/** How long something is still held: "34 minutes left". */
export function minutesLeft(until: Date, now = new Date()) {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000))
  if (minutes === 0) return 'Less than a minute left'
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`
}

/** What of a visitor's cart stayed behind when they signed in. */
export function broughtInWords({ left, over }: { left: Line[]; over: number }) {
  const owned = left.filter(({ gone }) => gone === 'owned').length
  const sentences = [
    owned && `You have ${owned === 1 ? 'one course' : `${owned} courses`} of your cart already, so we took it out.`,
    left.length > owned && 'Something in your cart cannot be bought any more, so we took it out.',
    over && 'Your cart is full: the rest of what you chose did not fit in.',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** What a coupon takes off, and from what on: "10 % off, from €20.00 on". */
export function takesOff({ percent, amountMinor, currency, leastMinor }: Coupon) {
  const off = percent === null ? money(amountMinor!, currency!) : `${percent}\u00a0%`
  return leastMinor > 0 ? `${off} off, from ${money(leastMinor, currency ?? 'EUR')} on` : `${off} off`
}

/** How it stands with a coupon. */
export function standsOf(coupon: Coupon, now: Date) {
  if (coupon.hasEndedAt(now)) return { text: 'Ended' }
  if (coupon.most !== null && coupon.used >= coupon.most) return { text: 'Used up' }
  if (coupon.startsAt && coupon.startsAt > now) return { text: 'Still to begin', state: 'watched' }
  return { text: 'Counts', state: 'kept' }
}

/** "VAT inside, Finland 25.5 %". */
export function taxInWords(country: string, rate: number) {
  return rate === 0 ? `No VAT, ${countryName(country)}` : `VAT inside, ${countryName(country)} ${rate / 100}\u00a0%`
}

/** Why money goes back, to whoever gets it. */
export const refundReasons: Record<RefundReason, string> = {
  'changed mind': 'You gave it back.',
  cancelled: 'It was cancelled.',
  declined: 'The mentor could not take it.',
  expired: 'The mentor did not answer in time.',
  'mentor missing': 'The mentor did not come.',
  'time gone': 'The time that was held for you ran out before your payment came, and somebody else has it now.',
  'bought twice': 'You have it already, so you do not pay for it again.',
  'outside policy': 'Our staff have looked at it.',
  stripe: 'Our staff gave it back.',
  'account deleted': 'Your account is deleted.',
}

export const refundStates: Record<Refund['state'], { text: string; state?: string }> = {
  asked: { text: 'Asked for', state: 'watched' },
  pending: { text: 'On its way', state: 'watched' },
  succeeded: { text: 'Given back', state: 'kept' },
  failed: { text: 'Came back', state: 'broken' },
  refused: { text: 'Not given' },
}

const disputeStates: Record<string, string> = {
  open: 'to be answered',
  answered: 'answered, the bank decides',
  won: 'won',
  lost: 'lost',
  closed: 'withdrawn',
}

/** How it stands with what a bank asks back. An answer that Stripe has not taken yet is on its way. */
export function disputeStanding({ state, answeredAt }: Dispute) {
  return state === 'open' && answeredAt ? 'our answer is on its way' : disputeStates[state]
}

export const orderStates: Record<OrderState, string> = {
  pending: 'Still to be paid',
  processing: 'The payment is on its way',
  paid: 'Paid',
  failed: 'The payment did not work',
  expired: 'Never paid',
}
