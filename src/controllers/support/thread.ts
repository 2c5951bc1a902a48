import type { Request, Response } from 'express'
import { replyForm } from '../../forms/support/reply.ts'
import { Export, type Ticket, TicketReply } from '../../models/index.ts'
import * as support from '../../services/support/in-words.ts'
import { keyOf } from './own-ticket.ts'

/** A ticket as its requester may see it: the replies, the files, and how far an export is that it asked for. */
export async function renderThread(req: Request, res: Response, ticket: Ticket, form = replyForm.blank()) {
  const thread = await TicketReply.pageOf(ticket, req.query.before)
  const request = ticket.category === 'export' ? await Export.findOne({ where: { ticketId: ticket.id } }) : null
  const hasSession = req.user !== undefined || req.session.csrfSecret !== undefined
  const locals = { ticket, ...thread, export: request, key: keyOf(req), hasSession, form, support }
  res.set('Cache-Control', 'no-store')
  res.renderPage('support/tickets/show', locals)
}
