import type { Request, Response } from 'express'
import { readWithFiles } from '../../forms/support/read-with-files.ts'
import { replyForm } from '../../forms/support/reply.ts'
import { ticketService } from '../../services/support/ticket-service.ts'
import { ownTicket, pathTo } from './own-ticket.ts'
import { renderThread } from './thread.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ownTicket(req)
  const form = await readWithFiles(replyForm.read, req)
  if (!form.valid) return renderThread(req, res.status(422), ticket, form)

  await ticketService.reply(ticket, form.values, new Date())
  if (req.user) req.flash('Your answer is with us.')
  res.seeOther(pathTo(ticket, req))
}
