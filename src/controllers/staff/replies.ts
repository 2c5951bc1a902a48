import type { Request, Response } from 'express'
import { answerForm } from '../../forms/staff/desk.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { ticketService } from '../../services/support/ticket-service.ts'
import { renderCase, ticketInReach } from './case.ts'

const overtaken = 'Somebody wrote while you did. Please read that first; your answer is kept below'

export async function create(req: Request, res: Response) {
  const ticket = await ticketInReach(req)
  const form = answerForm.read(req.body)
  if (!form.valid) return renderCase(req, res.status(422), ticket, { answer: form })

  const { body, last_reply_id: seen } = form.values
  const reply = await ticketService.answer(ticket, { body, staff: currentUser(req), seen }, new Date())
  if (!reply) return renderCase(req, res.status(409), ticket, { answer: rejected(form, 'body', overtaken) })

  req.flash('Your answer is sent.')
  res.seeOther(`/staff/tickets/${ticket.ref}`)
}
