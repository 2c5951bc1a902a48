import type { Request, Response } from 'express'
import { AccountToken } from '../../models/index.ts'
import { verify } from '../../services/accounts/registration.ts'

/** Mail scanners follow links, so following one changes nothing: a person presses the button. */
export async function show(req: Request, res: Response) {
  await AccountToken.open('verify', req.params.token, new Date())
  res.renderPage('accounts/verifications/show')
}

export async function create(req: Request, res: Response) {
  const now = new Date()
  await verify(await AccountToken.open('verify', req.params.token, now), now)
  req.flash('Thank you, your address is confirmed. You can sign in now.')
  res.seeOther('/login')
}
