import { together } from '../../db/together.ts'
import type { Client } from '../../lib/client.ts'
import { newReference } from '../../lib/reference.ts'
import { StaffAction, Ticket, TicketReply, type User } from '../../models/index.ts'
import type { TicketCategory } from '../../models/ticket.ts'
import { post } from '../mail/post.ts'
import type { Template } from '../mail/templates.ts'
import { exportService } from '../privacy/export/export-service.ts'
import { withAttachments } from './attachments.ts'
import type { Attachment } from './inspect.ts'
import { dueDate, routeOf } from './route-of.ts'
import { twinOf } from './twin.ts'

type Message = { body: string; attachments?: Attachment[] }
type Answer = { body: string; staff?: User; seen?: string }

/** Opened by a person, or by a visitor who left an address. */
type Opening = Message & {
  requester?: User
  email?: string
  category: TicketCategory
  subject: string
  client: Client
}

/** What becomes of a ticket from its first word to its last. Letters about it carry a link, never its words. */
export class TicketService {
  /**
   * Opens a ticket in the queue it belongs to (P40), and tells who asked that it is with us. One for an export starts it
   * (P21). Sent twice it is opened once.
   */
  open({ requester, email, category, subject, client, body, attachments = [] }: Opening, now: Date) {
    const who = requester ? { requesterId: requester.id } : { visitorEmail: email! }
    return withAttachments(attachments, async (keep) => {
      const twin = await twinOf(who, { subject, body }, now)
      if (twin) return twin

      const about = { category, subject, ...client, ...routeOf(category, subject, now) }
      const ticket = await Ticket.create({ ref: newReference('TR'), ...who, ...about, createdAt: now })
      await keep(await write(ticket, { side: 'requester', body }, now), ticket.requesterId)
      if (requester && category === 'export') await exportService.ask(requester, ticket, now)
      await tell('ticket-opened', ticket)
      return ticket
    })
  }

  /** Adds what the requester wrote; sent twice it is kept once. It wakes a ticket that was answered or resolved. */
  reply(ticket: Ticket, { body, attachments = [] }: Message, now: Date) {
    return withAttachments(attachments, async (keep) => {
      const latest = await latestReply(ticket)
      if (latest?.isSameAs({ side: 'requester', body }, now)) return latest

      const reply = await write(ticket, { side: 'requester', body }, now)
      await keep(reply, ticket.requesterId)
      if (ticket.status !== 'open') await wake(ticket, now)
      return reply
    })
  }

  /**
   * Adds our answer, and tells the requester that it is there. Undefined, and nothing done, when somebody wrote after
   * the reply that its writer has `seen`. Without `staff` it is the house itself that answers.
   */
  answer(ticket: Ticket, { body, staff, seen }: Answer, now: Date) {
    return together(async () => {
      const latest = await latestReply(ticket)
      const answer = { side: 'staff' as const, staffId: staff?.id, body }
      if (latest?.isSameAs(answer, now)) return latest
      if (seen && latest && latest.id !== seen) return undefined

      const reply = await write(ticket, answer, now)
      await ticket.update({ status: 'answered', resolvedAt: null, assigneeId: ticket.assigneeId ?? staff?.id })
      if (staff) await StaffAction.onTicket(staff, 'answered a ticket', ticket, now)
      await tell('ticket-answered', ticket)
      return reply
    })
  }

  /** Ends a ticket and says so; where `from` is given, only out of that state. From now its three years count (P30). */
  resolve(ticket: Ticket, now: Date, from?: Ticket['status']) {
    return together(async () => {
      await ticket.reload({ include: [], lock: true })
      if (!ticket.isOpen || (from && ticket.status !== from)) return false
      await ticket.resolve(now)
      await tell('ticket-resolved', ticket)
      return true
    })
  }

  async reopen(ticket: Ticket, now: Date) {
    if (!ticket.isOpen) await wake(ticket, now)
  }
}

export const ticketService = new TicketService()

/** Whoever writes to a ticket waits here for the one before. */
async function latestReply(ticket: Ticket) {
  await ticket.reload({ include: [], lock: true })
  return TicketReply.latestOf(ticket)
}

function write(ticket: Ticket, reply: Pick<TicketReply, 'side' | 'body'> & { staffId?: string }, now: Date) {
  return TicketReply.create({ ...reply, ticketId: ticket.id, requesterId: ticket.requesterId, createdAt: now })
}

/** It waits for us again. The law's date stays as it is, ours begins anew. */
function wake(ticket: Ticket, now: Date) {
  const dueAt = ticket.queue === 'privacy' ? ticket.dueAt : dueDate(ticket.queue, now)
  return ticket.update({ status: 'open', resolvedAt: null, dueAt })
}

function tell(template: Template, { id, requesterId }: Ticket) {
  return post(template, { ticketId: id, userId: requesterId ?? undefined })
}
