import type { Request, Response } from 'express'
import { confirmationForm } from '../../forms/accounts/confirmation.ts'
import { rejected } from '../../lib/form.ts'
import { isPassword } from '../../lib/passwords.ts'
import { currentUser } from '../../middleware/audience.ts'
import { forgiven, knock } from '../../middleware/rate-limit.ts'
import { begin } from '../../middleware/sessions.ts'
import { pathOf } from '../../middleware/step-up.ts'

export function show(req: Request, res: Response) {
  renderConfirmation(res, confirmationForm.blank({ next: pathOf(req.query.next) }))
}

export async function create(req: Request, res: Response) {
  const user = currentUser(req)
  const form = confirmationForm.read(req.body)
  if (!form.valid) return renderConfirmation(res.status(422), form)

  await knock('confirm', req)
  if (!(await isPassword(form.values.password, user.passwordDigest))) {
    return renderConfirmation(res.status(422), rejected(form, 'password', 'That is not your password'))
  }

  await forgiven('confirm', req)
  await begin(req, user.id, req.session.signInId!)
  res.seeOther(pathOf(form.values.next))
}

function renderConfirmation(res: Response, form: ReturnType<typeof confirmationForm.blank>) {
  res.renderPage('accounts/confirmations/new', { form })
}
