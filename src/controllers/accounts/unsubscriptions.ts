import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { readToken } from '../../lib/signed-link.ts'
import { User } from '../../models/index.ts'
import { choose } from '../../services/accounts/choices.ts'

/** Only asks: whatever follows the links in a letter, a scanner for one, ends nothing. */
export async function show(req: Request, res: Response) {
  const { marketing } = await subscriber(req)
  res.renderPage('accounts/unsubscriptions/show', { token: req.params.token, marketing })
}

/** A mail program that does it for its reader must not be sent elsewhere (RFC 8058); a person is. */
export async function create(req: Request, res: Response) {
  const user = await subscriber(req)
  await choose(user, { marketing: false, analytics: user.analytics }, new Date())
  if (req.body?.['List-Unsubscribe'] === 'One-Click') res.sendStatus(200)
  else res.seeOther(req.path)
}

async function subscriber(req: Request) {
  const id = readToken('unsubscribe', req.params.token)
  if (!id) throw new NotFound()
  return find(User, { id })
}
