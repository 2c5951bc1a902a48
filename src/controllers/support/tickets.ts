import type { Request, Response } from 'express'
import { readWithFiles } from '../../forms/support/read-with-files.ts'
import { ticketForm, visitorTicketForm } from '../../forms/support/ticket.ts'
import { clientOf } from '../../lib/client.ts'
import { Ticket } from '../../models/index.ts'
import * as support from '../../services/support/in-words.ts'
import { ticketService } from '../../services/support/ticket-service.ts'
import { ownTicket, pathTo } from './own-ticket.ts'
import { renderThread } from './thread.ts'

export async function index(req: Request, res: Response) {
  const tickets = req.user ? await Ticket.latestBy(req.user) : []
  res.renderPage('support/tickets/index', { tickets, support })
}

export function fresh(req: Request, res: Response) {
  const { category, subject, about } = req.query
  const body = typeof about === 'string' ? `About ${about}:\n` : ''
  res.renderPage('support/tickets/new', { form: ticketForm.blank({ category, subject, body }), support })
}

export async function create(req: Request, res: Response) {
  const form = await readWithFiles((req.user ? ticketForm : visitorTicketForm).read, req)
  if (!form.valid) return res.status(422).renderPage('support/tickets/new', { form, support })

  const ticket = await ticketService.open({ ...form.values, requester: req.user, client: clientOf(req) }, new Date())
  req.flash(
    req.user ? 'Your ticket is with us.' : 'Your ticket is with us. The link to it is in the letter we just sent you.',
  )
  res.seeOther(req.user ? pathTo(ticket, req) : '/support')
}

export async function show(req: Request, res: Response) {
  await renderThread(req, res, await ownTicket(req))
}
