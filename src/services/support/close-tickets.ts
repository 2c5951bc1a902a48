import type { Turn } from '../../jobs/turn.ts'
import { daysAfter } from '../../lib/due.ts'
import { reportError } from '../../lib/report-error.ts'
import { Ticket } from '../../models/index.ts'
import { ticketService } from './ticket-service.ts'

const DAYS_OF_SILENCE = 14

/** Closes, with a letter, every ticket that we answered and that nobody wrote to for 14 days. */
export async function closeTickets({ now, dryRun }: Turn) {
  const silent = await Ticket.answeredBefore(daysAfter(now, -DAYS_OF_SILENCE))
  if (dryRun) return { closed: silent.length }

  let closed = 0
  for (const ticket of silent) {
    try {
      if (await ticketService.resolve(ticket, now, 'answered')) closed++
    } catch (error) {
      reportError(error, { ticket: ticket.id })
    }
  }
  return { closed }
}
