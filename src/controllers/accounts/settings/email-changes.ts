import type { Request, Response } from 'express'
import { emailForm } from '../../../forms/accounts/account.ts'
import { rejected } from '../../../lib/form.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { knock } from '../../../middleware/rate-limit.ts'
import { regenerate } from '../../../middleware/sessions.ts'
import { confirmed } from '../../../middleware/step-up.ts'
import { AccountToken } from '../../../models/index.ts'
import { askNewAddress, moveToNewAddress, returnToOldAddress } from '../../../services/accounts/email-change.ts'
import { renderAccount } from './account.ts'

export async function create(req: Request, res: Response) {
  const user = currentUser(req)
  const read = emailForm.read(req.body)
  const isTheirs = read.valid && read.values.email === user.email.toLowerCase()
  const form = isTheirs
    ? rejected(read, 'email', 'That is your address already')
    : await confirmed(req, read, 'password')
  if (!form.valid) return renderAccount(res.status(422), user, { email: form })

  await knock('reset', req, form.values.email)
  await askNewAddress(user, form.values.email, new Date())
  req.flash('We have written to the new address. It counts once you have pressed the button behind the link there.')
  res.seeOther('/settings/account')
}

export async function show(req: Request, res: Response) {
  await AccountToken.open('change', req.params.token, new Date())
  res.renderPage('accounts/email-changes/confirmation')
}

export async function confirm(req: Request, res: Response) {
  const now = new Date()
  await moveToNewAddress(await AccountToken.open('change', req.params.token, now), now)
  req.flash('This is your address from now on.')
  res.seeOther(req.user ? '/settings/account' : '/login')
}

export async function showUndoing(req: Request, res: Response) {
  await AccountToken.open('undo', req.params.token, new Date())
  res.renderPage('accounts/email-changes/undoing')
}

export async function undo(req: Request, res: Response) {
  const now = new Date()
  await returnToOldAddress(await AccountToken.open('undo', req.params.token, now), now)
  await regenerate(req)
  req.flash('Your old address is back, and everyone is signed out. Please choose a new password now.')
  res.seeOther('/forgot')
}
