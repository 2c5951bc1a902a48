import type { RefundReason } from '../../../models/refund.ts'

export type Why = RefundReason | 'bank'

const notHeld = 'Sessions that did not take place'
const notGiven = 'Paid when it could not be given any more'
const byStaff = 'Given back by our staff'

/** Why money went back, to the mentor whose it was: as little of a buyer as that takes (P09). */
export const whyInWords: Record<Why, string> = {
  'changed mind': 'Given back within the first days',
  cancelled: notHeld,
  declined: notHeld,
  expired: notHeld,
  'mentor missing': notHeld,
  'time gone': notGiven,
  'bought twice': notGiven,
  'account deleted': notGiven,
  'outside policy': byStaff,
  stripe: byStaff,
  bank: 'Taken back by a bank',
}
