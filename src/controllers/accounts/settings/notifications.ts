import type { Request, Response } from 'express'
import { choicesForm } from '../../../forms/accounts/account.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { choose, wordings } from '../../../services/accounts/choices.ts'

export function show(req: Request, res: Response) {
  const { marketing, analytics } = currentUser(req)
  res.renderPage('accounts/settings/notifications', { form: choicesForm.blank({ marketing, analytics }), wordings })
}

export async function update(req: Request, res: Response) {
  const form = choicesForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('accounts/settings/notifications', { form, wordings })

  await choose(currentUser(req), form.values, new Date())
  req.flash('Saved. It counts from now on.')
  res.seeOther('/settings/notifications')
}
