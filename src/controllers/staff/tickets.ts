import type { Request, Response } from 'express'
import { filterForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { StaffAction, Ticket } from '../../models/index.ts'
import * as support from '../../services/support/in-words.ts'
import { renderCase, ticketInReach } from './case.ts'

export async function index(req: Request, res: Response) {
  const me = currentUser(req)
  const filter = filterForm.read(req.query).values
  const page = await Ticket.pageFor(me, filter)
  res.renderPage('staff/tickets/index', { ...page, filter, queues: Ticket.queuesOf(me), now: new Date(), support })
}

export async function show(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  await StaffAction.lookAtTicket(currentUser(req), 'opened a ticket', ticket, new Date())
  await renderCase(req, res, ticket)
}
