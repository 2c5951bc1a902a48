import type { Request, Response } from 'express'
import { forgottenForm, resetForm } from '../../forms/accounts/reset.ts'
import { forgiven, knock } from '../../middleware/rate-limit.ts'
import { regenerate } from '../../middleware/sessions.ts'
import { AccountToken, User } from '../../models/index.ts'
import { doorstepOf } from '../../services/accounts/doorstep.ts'
import { resetPassword, sendReset } from '../../services/accounts/password-reset.ts'
import { withStrongPassword } from '../../services/accounts/password-rules.ts'

export function ask(_req: Request, res: Response) {
  res.renderPage('accounts/password-resets/new', { form: forgottenForm.blank() })
}

export async function create(req: Request, res: Response) {
  const form = forgottenForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('accounts/password-resets/new', { form })

  await knock('reset', req, form.values.email)
  await sendReset(form.values.email, new Date())
  res.seeOther('/forgot/sent')
}

export function sent(_req: Request, res: Response) {
  res.renderPage('accounts/password-resets/sent')
}

export async function show(req: Request, res: Response) {
  await AccountToken.open('reset', req.params.token, new Date())
  res.renderPage('accounts/password-resets/edit', { form: resetForm.blank() })
}

export async function update(req: Request, res: Response) {
  const now = new Date()
  const link = await AccountToken.open('reset', req.params.token, now)
  const { name, email } = await User.findByPk(link.userId, { rejectOnEmpty: true })
  const form = withStrongPassword(resetForm.read(req.body), () => [name, email])
  if (!form.valid) return res.status(422).renderPage('accounts/password-resets/edit', { form })

  await resetPassword(link, form.values.password, now)
  await forgiven('sign in', req, await doorstepOf(email, req.ip!))
  await regenerate(req)
  req.flash('Your new password is set. Please sign in with it.')
  res.seeOther('/login')
}
