import type { Request, Response } from 'express'
import { passwordForm } from '../../../forms/accounts/account.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { begin } from '../../../middleware/sessions.ts'
import { confirmed } from '../../../middleware/step-up.ts'
import { changePassword } from '../../../services/accounts/password-change.ts'
import { withStrongPassword } from '../../../services/accounts/password-rules.ts'
import { renderAccount } from './account.ts'

export async function update(req: Request, res: Response) {
  const user = currentUser(req)
  const strong = withStrongPassword(passwordForm.read(req.body), () => [user.name, user.email])
  const form = await confirmed(req, strong, 'current')
  if (!form.valid) return renderAccount(res.status(422), user, { password: form })

  await changePassword(user, form.values.password, req.sessionID)
  await begin(req, user.id, req.session.signInId!)
  req.flash('Your new password counts. Everywhere else you are signed out.')
  res.seeOther('/settings/account')
}
