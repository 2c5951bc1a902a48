import { money } from '../../../lib/money.ts'
import type { Order } from '../../../models/index.ts'
import type { Preview } from '../refunds/preview.ts'

export { courseRefundInWords, sessionRefundInWords, taxInWords } from '../in-words.ts'

/** How what somebody bought is spoken of. */
export const kinds = { course: 'Courses', session: 'Sessions' }
export type Kind = keyof typeof kinds

/** What can be looked for. */
export const standings = {
  paid: 'Paid',
  waiting: 'Still to be paid',
  refunded: 'Money given back',
  disputed: 'Asked back by a bank',
  over: 'Never paid',
}
export type Standing = keyof typeof standings

type Badge = { text: string; state?: 'kept' | 'watched' | 'broken' | 'unbuilt' }

const unpaid: Record<string, Badge> = {
  pending: { text: 'Still to be paid', state: 'watched' },
  processing: { text: 'The payment is on its way', state: 'watched' },
  failed: { text: 'The payment did not work', state: 'broken' },
  expired: { text: 'Never paid', state: 'unbuilt' },
}

/** How it stands with an order, in a word. */
export function standingOf({ state, totalMinor, items = [], disputes = [] }: Order): Badge {
  if (state !== 'paid') return unpaid[state]!
  if (disputes.some(({ isUndecided }) => isUndecided)) return { text: 'Asked back by a bank', state: 'watched' }
  const refunded = items.reduce((sum, { backMinor }) => sum + backMinor, 0)
  if (refunded === 0) return { text: 'Paid', state: 'kept' }
  return { text: refunded >= totalMinor ? 'Money given back' : 'Part of it given back', state: 'unbuilt' }
}

const barriers: Record<NonNullable<Preview['because']>, string> = {
  'not paid': 'It is not paid.',
  'nothing left': 'All of it has gone back.',
  'under way': 'A refund of it is under way.',
  disputed: 'Your bank has asked the payment back, so nothing goes back here until it has decided.',
}

/** What giving a line back would do now. */
export function effectOf({ way, because, amountMinor }: Preview, currency: string) {
  const sum = money(amountMinor, currency)
  if (way === 'at once') return `${sum} goes back to you at once.`
  if (way === 'ask') return `One of us looks at it first. It can be ${sum} at most.`
  if (way === 'cancel') return `${sum} goes back if you cancel the session now.`
  return barriers[because!]
}

/** What was done about it. */
export function saidOf(preview: Preview, currency: string) {
  if (preview.way === 'at once')
    return `${money(preview.amountMinor, currency)} is on its way back to you. Your bank may take ten days to show it.`
  if (preview.way === 'ask') return 'One of us looks at it. The answer comes into your tickets.'
  return preview.way === 'cancel'
    ? 'A session that is still to come goes back by cancelling it.'
    : effectOf(preview, currency)
}
