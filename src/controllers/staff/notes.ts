import type { Request, Response } from 'express'
import { noteForm } from '../../forms/staff/desk.ts'
import { currentUser } from '../../middleware/audience.ts'
import { deskService } from '../../services/staff/desk-service.ts'
import { renderCase, ticketInReach } from './case.ts'

export async function create(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  const form = noteForm.read(req.body)
  if (!form.valid) return renderCase(req, res.status(422), ticket, { note: form })

  await deskService.note(ticket, currentUser(req), form.values.body, new Date())
  req.flash('Your note is kept.')
  res.seeOther(`/staff/tickets/${ticket.ref}`)
}
