import type { Request, Response } from 'express'
import { ownTicket, pathTo } from './own-ticket.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ownTicket(req)
  await ticket.resolve(new Date())
  if (req.user) req.flash('This ticket is closed. You can open it again.')
  res.seeOther(pathTo(ticket, req))
}
