import type { Order } from '../../../models/index.ts'

export { taxInWords } from '../in-words.ts'

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
  failed: { text: 'The payment did not work', state: 'broken' },
  expired: { text: 'Never paid', state: 'unbuilt' },
}

/** How it stands with an order, in a word. */
export function standingOf({ state, totalMinor, items = [], disputes = [] }: Order): Badge {
  if (state !== 'paid') return unpaid[state]!
  if (disputes.some((dispute) => ['open', 'answered'].includes(dispute.state)))
    return { text: 'Asked back by a bank', state: 'watched' }
  const refunded = items.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0)
  if (refunded === 0) return { text: 'Paid', state: 'kept' }
  return { text: refunded >= totalMinor ? 'Money given back' : 'Part of it given back', state: 'unbuilt' }
}
