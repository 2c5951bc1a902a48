import type { Request, RequestHandler } from 'express'
import { type Form, rejected } from '../lib/form.ts'
import { isPassword } from '../lib/passwords.ts'
import { currentUser } from './audience.ts'
import { forgiven, knock } from './rate-limit.ts'

const TEN_MINUTES = 10 * 60 * 1000

/** Asks for the password once more before something that cannot be taken back or that a thief would want. */
export const stepUp: RequestHandler = (req, res, next) => {
  if (Date.now() - (req.session.confirmedAt ?? 0) < TEN_MINUTES) return next()
  const back = req.method === 'GET' ? req.originalUrl : pathOf(req.get('Referer'))
  res.leaveFor(`/confirm?next=${encodeURIComponent(back)}`)
}

/** The form, rejected unless the password in it is that of who is signed in. @throws TooMany after too many guesses */
export async function confirmed<V extends object>(
  req: Request,
  form: Form<V>,
  field: keyof V & string,
): Promise<Form<V>> {
  if (!form.valid) return form
  await knock('confirm', req)
  const isTheirs = await isPassword(String(form.values[field]), currentUser(req).passwordDigest)
  if (!isTheirs) return rejected(form, field, 'That is not your password')

  await forgiven('confirm', req)
  return form
}

/** Only ever a path of ours: what a form or a header says is not a place to send people to. */
export function pathOf(url: unknown) {
  const { origin, pathname, search } = URL.parse(String(url ?? ''), 'http://here.invalid') ?? {}
  const local = typeof url === 'string' && (origin === 'http://here.invalid' || url.startsWith('http'))
  return local && pathname && !pathname.startsWith('//') ? pathname + search : '/'
}
