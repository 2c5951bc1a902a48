import type { Request, Response } from 'express'
import { cookiesForm } from '../../forms/trust/cookies.ts'
import { choiceCookie, choiceOf, rememberChoice } from '../../middleware/opt-out.ts'
import { cookieName } from '../../middleware/sessions.ts'
import { cartCookie } from '../../middleware/visitor-cart.ts'
import { choose, wordings } from '../../services/accounts/choices.ts'

const cookies = [
  {
    name: cookieName,
    does: 'Remembers that you are signed in, or that a form you are filling in is yours',
    begins: 'When you open a form to sign in, register, reset a password or write to us',
    ends: 'After 14 days, or when you sign out',
    needed: 'To sign in',
  },
  {
    name: cartCookie,
    does: 'Remembers what you put into your cart, and the prices you saw, if you have no account',
    begins: 'When the first thing goes in',
    ends: 'After 30 days, when your cart is empty, or when you sign in',
    needed: 'To buy more than one thing at once',
  },
  {
    name: choiceCookie,
    does: 'Remembers what you chose below, if you have no account',
    begins: 'When you press the button below',
    ends: 'After half a year',
    needed: 'No',
  },
]

export function show(req: Request, res: Response) {
  const form = cookiesForm.blank({ analytics: req.user?.analytics ?? choiceOf(req) })
  res.renderPage('trust/cookies/show', { cookies, form, wordings, kept: req.query.kept !== undefined })
}

/** A visitor's note that it worked would need a session, and so a cookie: the address says it instead. */
export async function update(req: Request, res: Response) {
  const form = cookiesForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('trust/cookies/show', { cookies, form, wordings, kept: false })

  const { analytics } = form.values
  if (req.user) await choose(req.user, { marketing: req.user.marketing, analytics }, new Date())
  else rememberChoice(res, analytics)
  res.seeOther('/cookies?kept')
}
