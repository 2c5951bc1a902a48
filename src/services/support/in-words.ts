import type { Export } from '../../models/export.ts'
import type { Ticket, TicketCategory, TicketQueue } from '../../models/ticket.ts'
import type { TicketReply } from '../../models/ticket-reply.ts'
import type { UserRole } from '../../models/user.ts'

export { fileSize as size } from '../../lib/file-size.ts'

/** How tickets are spoken of, to those who ask and to those who answer. */

export const categories: Record<TicketCategory, string> = {
  general: 'Something else',
  booking: 'A booking',
  payment: 'A payment',
  invoice: 'A correction of an invoice',
  privacy: 'Privacy inquiry',
  export: 'A copy of my data',
  deletion: 'Help with deleting my account',
  report: 'A report of somebody or something',
}

export const states: Record<Ticket['status'], { text: string; badge?: string }> = {
  open: { text: 'Waiting for us', badge: 'watched' },
  answered: { text: 'Answered', badge: 'kept' },
  resolved: { text: 'Closed' },
}

export const roles: Record<UserRole, string> = {
  mentee: 'mentee',
  mentor: 'mentor',
  support: 'support',
  privacy: 'privacy officer',
  admin: 'admin',
}

export const queues: Record<TicketQueue, string> = { support: 'Support', privacy: 'Privacy' }

export const exportStates: Record<Export['status'], string> = {
  waiting: 'Waiting to be packed',
  packing: 'Being packed',
  ready: 'Ready to be taken',
  failed: 'Failed',
  expired: 'Gone after its week',
  stopped: 'Stopped',
}

type Step = { text: string; at?: Date; state?: 'now' | 'ahead' }

/** From the question to its end, with the date until which we have to answer. */
export function steps(ticket: Ticket, replies: TicketReply[]): Step[] {
  const answer = replies.findLast(({ side }) => side === 'staff')
  const opened = { text: 'You asked', at: ticket.createdAt }
  const answered = answer ? [{ text: 'We answered', at: answer.createdAt }] : []

  if (ticket.resolvedAt) return [opened, ...answered, { text: 'Closed', at: ticket.resolvedAt }]
  if (ticket.status === 'answered') return [opened, ...answered, { text: 'Waiting for you', state: 'now' }]
  return [
    opened,
    ...answered,
    { text: 'Waiting for us', state: 'now' },
    { text: 'Our answer is due', at: ticket.dueAt, state: 'ahead' },
  ]
}
