import type { Request, Response } from 'express'
import { reasonForm } from '../../forms/staff/desk.ts'
import { outcomeForm, sessionLinkForm } from '../../forms/staff/session.ts'
import { currentUser } from '../../middleware/audience.ts'
import { cancelFor, decideWhoCame, giveLinkFor, sessionsForStaff } from '../../services/staff/session-desk.ts'
import { backTo, renderSession, sessionInReach } from './session-page.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('staff/sessions/index', await sessionsForStaff(currentUser(req), new Date(), req.query.after))
}

export async function show(req: Request, res: Response) {
  await renderSession(req, res, await sessionInReach(req))
}

export async function giveLink(req: Request, res: Response) {
  const booking = await sessionInReach(req)
  const form = sessionLinkForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, { link: form })

  const { link, reason } = form.values
  const done = await giveLinkFor({ booking, staff: currentUser(req), reason, now: new Date() }, link)
  backTo(booking, req, res, done, 'Kept. Both find it on the page of their session.')
}

export async function cancel(req: Request, res: Response) {
  const booking = await sessionInReach(req)
  const form = reasonForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, { cancellation: form })

  const { reason } = form.values
  const done = await cancelFor({ booking, staff: currentUser(req), reason, now: new Date() })
  backTo(booking, req, res, done, 'Cancelled. Both get a letter, and who booked all of the price back.')
}

export async function decide(req: Request, res: Response) {
  const booking = await sessionInReach(req)
  const form = outcomeForm.read(req.body)
  if (!form.valid) return renderSession(req, res.status(422), booking, { attendance: form })

  const { outcome, reason } = form.values
  const done = await decideWhoCame({ booking, staff: currentUser(req), reason, now: new Date() }, outcome)
  backTo(booking, req, res, done, 'Decided.')
}
