import type { Request, Response } from 'express'
import { find } from '../../../lib/find.ts'
import { currentUser } from '../../../middleware/audience.ts'
import { end } from '../../../middleware/sessions.ts'
import { Session, SignIn } from '../../../models/index.ts'

const MOST_SIGN_INS = 50

export async function show(req: Request, res: Response) {
  const userId = currentUser(req).id
  const sessions = await Session.openOf(userId, new Date())
  const signIns = await SignIn.findAll({ where: { userId }, order: [['createdAt', 'DESC']], limit: MOST_SIGN_INS })
  res.renderPage('accounts/settings/security', { sessions, signIns, here: req.session.signInId })
}

/** A session is named by the sign-in it came from: its own id would let whoever reads it take it over. */
export async function endOne(req: Request, res: Response) {
  const signIn = await find(SignIn, { id: req.params.id, userId: currentUser(req).id })
  if (signIn.id === req.session.signInId) {
    await end(req, res)
    return res.seeOther('/login')
  }

  await Session.destroy({ where: { userId: signIn.userId, signInId: signIn.id } })
  req.flash('That session is over.')
  res.seeOther('/settings/security')
}

export async function endOthers(req: Request, res: Response) {
  await Session.endAllOf(currentUser(req).id, { except: req.sessionID })
  req.flash('Everywhere else you are signed out.')
  res.seeOther('/settings/security')
}
