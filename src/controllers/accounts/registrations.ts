import type { Request, Response } from 'express'
import { registrationForm } from '../../forms/accounts/registration.ts'
import { knock } from '../../middleware/rate-limit.ts'
import { withStrongPassword } from '../../services/accounts/password-rules.ts'
import { register } from '../../services/accounts/registration.ts'

export function show(_req: Request, res: Response) {
  res.renderPage('accounts/registrations/new', { form: registrationForm.blank() })
}

export async function create(req: Request, res: Response) {
  const form = withStrongPassword(registrationForm.read(req.body), ({ name, email }) => [name, email])
  if (!form.valid) return res.status(422).renderPage('accounts/registrations/new', { form })

  await knock('register', req, form.values.email)
  await register(form.values, new Date())
  res.seeOther('/register/sent')
}

export function sent(_req: Request, res: Response) {
  res.renderPage('accounts/registrations/sent')
}
