import csurf from 'csurf'
import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'
import { Forbidden } from '../errors.ts'

declare module 'express-session' {
  interface SessionData {
    csrfSecret?: string
  }
}

// csurf's own reader also takes the token from the URL, where logs and Referer headers keep it.
const protect = csurf({ value: (req) => req.body?._csrf ?? req.get('x-csrf-token') ?? '' })

const tooOld = 'That form was not ours, or too old. Please go back, reload the page and try again.'

/**
 * The forms of visitors who have no session, most of them behind a link that only its owner has: guarded by where the
 * browser says the request comes from.
 */
const withoutSession = RegExp(
  [
    '^/(cookies|privacy/receipts)$',
    '^/(verify|reset|settings/account/email/(confirmation|undoing))/[\\w-]+$',
    '^/support/[\\w-]+/(replies|closing|reopening)$',
    '^/cart/(items(/[\\w-]+/removal)?|coupon(/removal)?|prices)$',
  ].join('|'),
)

/** What a mail program posts for its reader, from wherever it is: the signed token in the address is all the proof. */
const fromMailPrograms = /^\/unsubscribe\/[\w-]+$/

/** What a company posts by itself is signed by it. */
const fromCompanies = /^\/webhooks\//

/**
 * Refuses, before a byte of its body is read, a write that another site made the browser send. Browsers older than
 * 2023 send no Sec-Fetch-Site, but an Origin. What sends neither is no browser, and has to know the token all the same.
 */
export function sameOrigin(req: Request, _res: Response, next: NextFunction) {
  if (isFree(req)) return next()
  const allowed = isVisitors(req) || (req.session.csrfSecret && !isForeign(req))
  next(allowed ? undefined : new Forbidden(tooOld))
}

/** Undefined where the request does not say. */
function isForeign(req: Request) {
  const [site, origin] = [req.get('Sec-Fetch-Site'), req.get('Origin')]
  if (site) return site !== 'same-origin'
  return origin === undefined ? undefined : ![config.baseUrl, `${req.protocol}://${req.get('Host')}`].includes(origin)
}

/**
 * Refuses a write without the token of its session. csurf puts a secret into every session it meets, so reading alone
 * never wakes it: the first form on a page does, by asking for its token.
 */
export function forgery(req: Request, res: Response, next: NextFunction) {
  res.locals.csrfToken = () => {
    if (!req.csrfToken) protect(req, res, () => {})
    return req.csrfToken()
  }
  res.locals.csrfTokenIfAny = () => (req.session.csrfSecret ? res.locals.csrfToken() : undefined)

  if (isFree(req) || isVisitors(req) || !req.session.csrfSecret) return next()
  protect(req, res, (error?: unknown) => next(error && new Forbidden(tooOld)))
}

/** Also where the browser has meanwhile begun a session on another page, whose token this form could not know. */
function isVisitors(req: Request) {
  return withoutSession.test(req.path) && !req.session.userId && isForeign(req) === false
}

function isFree(req: Request) {
  return (
    ['GET', 'HEAD', 'OPTIONS'].includes(req.method) ||
    [fromMailPrograms, fromCompanies].some((free) => free.test(req.path))
  )
}
