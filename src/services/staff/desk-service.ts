import { together } from '../../db/together.ts'
import { sql } from '../../lib/sql.ts'
import { StaffAction, Ticket, TicketNote, type User } from '../../models/index.ts'
import type { TicketQueue } from '../../models/ticket.ts'
import { ticketService } from '../support/ticket-service.ts'

export type QueueCounts = { queue: TicketQueue; open: number; overdue: number; answered: number; mine: number }

/** What our staff do besides answering. Everything leaves a line that the person concerned can read. */
export class DeskService {
  /** How many tickets stand in each queue that this staff member works in. */
  async counts(staff: User, now: Date) {
    const { rows } = await sql<QueueCounts>(
      `select queue, count(*) filter (where status = 'open')::int as open,
        count(*) filter (where status = 'open' and due_at < $now)::int as overdue,
        count(*) filter (where status = 'answered')::int as answered,
        count(*) filter (where assignee_id = $staff)::int as mine
       from tickets where status <> 'resolved' group by queue`,
      { now: now.toISOString(), staff: staff.id },
    )
    const none = { open: 0, overdue: 0, answered: 0, mine: 0 }
    return Ticket.queuesOf(staff).map((queue) => rows.find((row) => row.queue === queue) ?? { queue, ...none })
  }

  /** Keeps a note for colleagues in the table that no page of the requester reads. */
  note(ticket: Ticket, staff: User, body: string, now: Date) {
    return together(async () => {
      const about = { ticketId: ticket.id, requesterId: ticket.requesterId, staffId: staff.id }
      await TicketNote.create({ ...about, body, createdAt: now })
      await StaffAction.onTicket(staff, 'wrote a note', ticket, now)
    })
  }

  assign(ticket: Ticket, staff: User, assigneeId: string | null, now: Date) {
    return together(async () => {
      await ticket.update({ assigneeId })
      await StaffAction.onTicket(staff, assigneeId ? 'assigned a ticket' : 'gave a ticket back', ticket, now)
    })
  }

  setStatus(ticket: Ticket, staff: User, status: 'open' | 'resolved', now: Date) {
    return together(async () => {
      if (status === 'resolved') await ticketService.resolve(ticket, now)
      else await ticketService.reopen(ticket, now)
      await StaffAction.onTicket(
        staff,
        status === 'resolved' ? 'closed a ticket' : 'opened a ticket again',
        ticket,
        now,
      )
    })
  }
}

export const deskService = new DeskService()
