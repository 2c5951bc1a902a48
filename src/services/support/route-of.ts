import { daysAfter, legalDueDate } from '../../lib/due.ts'
import type { TicketCategory, TicketQueue } from '../../models/ticket.ts'

const DAYS_FOR_AN_ANSWER = 3
const aboutRights: TicketCategory[] = ['privacy', 'export', 'deletion']

/** Who answers a ticket, and until when. The subject "Privacy inquiry" counts for more than the category (P40). */
export function routeOf(category: TicketCategory, subject: string, now: Date) {
  const queue: TicketQueue = aboutRights.includes(category) || isPrivacyInquiry(subject) ? 'privacy' : 'support'
  return { queue, dueAt: dueDate(queue, now) }
}

export function dueDate(queue: TicketQueue, now: Date) {
  return queue === 'privacy' ? legalDueDate(now) : daysAfter(now, DAYS_FOR_AN_ANSWER)
}

/** However it is typed: letters count, not their case, nor what stands around them. */
function isPrivacyInquiry(subject: string) {
  const words =
    subject
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return ['privacy inquiry', 'privacy enquiry'].includes(words.join(' '))
}
