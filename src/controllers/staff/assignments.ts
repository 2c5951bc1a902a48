import type { Request, Response } from 'express'
import { BadRequest } from '../../errors.ts'
import { assignmentForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { colleaguesFor } from '../../services/staff/colleagues.ts'
import { deskService } from '../../services/staff/desk-service.ts'
import { ticketInReach } from './case.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  const form = assignmentForm.read(req.body)
  const colleagues = await colleaguesFor(ticket.queue)
  const chosen = colleagues.find(({ id }) => id === form.values.assignee)
  if (!form.valid || (form.values.assignee && !chosen))
    throw new BadRequest('That is none of us who can take this ticket.')

  await deskService.assign(ticket, currentUser(req), chosen?.id ?? null, new Date())
  req.flash(chosen ? 'The ticket is assigned.' : 'The ticket is nobody’s now.')
  res.seeOther(`/staff/tickets/${ticket.ref}`)
}
