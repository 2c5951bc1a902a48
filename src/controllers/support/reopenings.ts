import type { Request, Response } from 'express'
import { ticketService } from '../../services/support/ticket-service.ts'
import { ownTicket, pathTo } from './own-ticket.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ownTicket(req)
  await ticketService.reopen(ticket, new Date())
  if (req.user) req.flash('This ticket is open again.')
  res.seeOther(pathTo(ticket, req))
}
