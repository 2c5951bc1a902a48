import type { Request, Response } from 'express'
import { publicPageForm } from '../../../forms/accounts/profile.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { show } from '../../../services/accounts/public-page.ts'
import { renderProfile } from './profiles.ts'

export async function update(req: Request, res: Response) {
  const form = publicPageForm.read(req.body)
  if (!form.valid) return renderProfile(res.status(422), currentUser(req), { pageForm: form })

  await show(currentUser(req), form.values.shown)
  req.flash(form.values.shown.length > 0 ? 'Your page shows what you ticked.' : 'You have no public page now.')
  res.seeOther('/settings/profile')
}
