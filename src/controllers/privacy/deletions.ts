import type { Request, Response } from 'express'
import { deletionForm } from '../../forms/privacy/deletion.ts'
import { endOfGrace } from '../../lib/due.ts'
import { rejected } from '../../lib/form.ts'
import { isPassword } from '../../lib/passwords.ts'
import { currentUser } from '../../middleware/audience.ts'
import { forgiven, knock } from '../../middleware/rate-limit.ts'
import { end } from '../../middleware/sessions.ts'
import type { User } from '../../models/index.ts'
import { askToLeave, obligationsOf, stay } from '../../services/privacy/erasure/leaving.ts'
import { planFor } from '../../services/privacy/erasure/plan.ts'

export async function show(req: Request, res: Response) {
  const user = currentUser(req)
  if (user.isLeaving) return res.renderPage('privacy/deletions/show', { user })
  await renderQuestion(res, user, deletionForm.blank({ contributions: 'delete' }))
}

export async function create(req: Request, res: Response) {
  const user = currentUser(req)
  if (user.isLeaving) return res.seeOther('/settings/delete')
  const form = deletionForm.read(req.body)
  if (!form.valid) return renderQuestion(res.status(422), user, form)

  await knock('confirm', req)
  if (!(await isPassword(form.values.password, user.passwordDigest))) {
    return renderQuestion(res.status(422), user, rejected(form, 'password', 'That is not your password'))
  }

  await forgiven('confirm', req)
  await askToLeave(user, form.values.contributions, new Date())
  await end(req, res)
  res.seeOther('/settings/delete/asked')
}

export function asked(_req: Request, res: Response) {
  res.renderPage('privacy/deletions/asked')
}

export async function cancel(req: Request, res: Response) {
  await stay(currentUser(req))
  req.flash('Your account stays. Everything is as it was.')
  res.seeOther('/settings/profile')
}

/** The plan is made for the day on which it would be carried out. */
async function renderQuestion(res: Response, user: User, form: ReturnType<typeof deletionForm.blank>) {
  const due = endOfGrace(new Date())
  const lines = await planFor(user, due, 'delete')
  res.renderPage('privacy/deletions/new', { user, form, due, lines, obligations: await obligationsOf(user) })
}
