import type { Request, Response } from 'express'
import { BadRequest } from '../../errors.ts'
import { statusForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { deskService } from '../../services/staff/desk-service.ts'
import { ticketInReach } from './case.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  const form = statusForm.read(req.body)
  if (!form.valid) throw new BadRequest(form.errors.status)

  await deskService.setStatus(ticket, currentUser(req), form.values.status, new Date())
  req.flash(form.values.status === 'resolved' ? 'The ticket is closed.' : 'The ticket is open again.')
  res.seeOther(`/staff/tickets/${ticket.ref}`)
}
