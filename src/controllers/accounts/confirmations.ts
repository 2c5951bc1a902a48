import type { Request, Response } from 'express'
import { confirmationForm } from '../../forms/accounts/confirmation.ts'
import { currentUser } from '../../middleware/audience.ts'
import { begin } from '../../middleware/sessions.ts'
import { confirmed, pathOf } from '../../middleware/step-up.ts'

export function show(req: Request, res: Response) {
  renderConfirmation(res, confirmationForm.blank({ next: pathOf(req.query.next) }))
}

export async function create(req: Request, res: Response) {
  const form = await confirmed(req, confirmationForm.read(req.body), 'password')
  if (!form.valid) return renderConfirmation(res.status(422), form)

  await begin(req, currentUser(req).id, req.session.signInId!)
  res.seeOther(pathOf(form.values.next))
}

function renderConfirmation(res: Response, form: ReturnType<typeof confirmationForm.blank>) {
  res.renderPage('accounts/confirmations/new', { form })
}
