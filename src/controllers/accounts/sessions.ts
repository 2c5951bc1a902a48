import type { Request, Response } from 'express'
import { signInForm } from '../../forms/accounts/sign-in.ts'
import { deviceOf } from '../../lib/client.ts'
import { rejected } from '../../lib/form.ts'
import { forgiven, knock } from '../../middleware/rate-limit.ts'
import { begin, end } from '../../middleware/sessions.ts'
import { pathOf } from '../../middleware/step-up.ts'
import type { User } from '../../models/index.ts'
import { doorstepOf } from '../../services/accounts/doorstep.ts'
import { signIn } from '../../services/accounts/sign-in.ts'
import { bringCart } from '../shop/bring-cart.ts'

const sentences = {
  refused: 'That email and password do not belong together',
  unverified: 'Please confirm your email address first. We have just sent you a new letter with a link',
}

export function show(req: Request, res: Response) {
  res.renderPage('accounts/sessions/new', { form: signInForm.blank({ next: req.query.next }) })
}

export async function create(req: Request, res: Response) {
  const form = signInForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('accounts/sessions/new', { form })

  const { email, password } = form.values
  const doorstep = await doorstepOf(email, req.ip!)
  await knock('sign in', req, doorstep)
  const outcome = await signIn(email, password, deviceOf(req), new Date())
  if (typeof outcome === 'string') {
    const again = rejected(form, 'form', sentences[outcome])
    return res.status(422).renderPage('accounts/sessions/new', { form: again })
  }

  await forgiven('sign in', req, doorstep)
  await begin(req, outcome.user.id, outcome.signIn.id)
  await bringCart(req, res, outcome.user, new Date())
  res.seeOther(placeFor(outcome.user, form.values.next))
}

export async function destroy(req: Request, res: Response) {
  await end(req, res)
  res.seeOther('/')
}

function placeFor(user: User, next: string | null) {
  if (user.isLeaving) return '/settings/delete'
  if (user.suspendedAt) return '/settings/privacy'
  return next ? pathOf(next) : user.isStaff ? '/staff/tickets' : '/settings/profile'
}
