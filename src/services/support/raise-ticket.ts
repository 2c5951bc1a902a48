import { together } from '../../db/together.ts'
import { newReference } from '../../lib/reference.ts'
import { Ticket, TicketNote, TicketReply } from '../../models/index.ts'
import type { TicketCategory } from '../../models/ticket.ts'
import { post } from '../mail/post.ts'
import { routeOf } from './route-of.ts'

type Matter = { requesterId: string; category: TicketCategory; subject: string; body: string; note: string }

/** A ticket that the house itself opens for somebody, with a letter to them; the note is for our staff alone. */
export function raiseTicket({ requesterId, category, subject, body, note }: Matter, now: Date) {
  return together(async () => {
    const about = { category, subject, browser: null, os: null, ...routeOf(category, subject, now) }
    const ticket = await Ticket.create({ ref: newReference('TR'), requesterId, ...about, createdAt: now })
    const written = { ticketId: ticket.id, requesterId, createdAt: now }
    await TicketReply.create({ ...written, side: 'staff', body })
    await TicketNote.create({ ...written, staffId: null, body: note })
    await post('ticket-opened', { ticketId: ticket.id, userId: requesterId })
    return ticket
  })
}
