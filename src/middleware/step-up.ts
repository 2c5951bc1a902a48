import type { RequestHandler } from 'express'

const TEN_MINUTES = 10 * 60 * 1000

/** Asks for the password once more before something that cannot be taken back or that a thief would want. */
export const stepUp: RequestHandler = (req, res, next) => {
  if (Date.now() - (req.session.confirmedAt ?? 0) < TEN_MINUTES) return next()
  const back = req.method === 'GET' ? req.originalUrl : pathOf(req.get('Referer'))
  res.leaveFor(`/confirm?next=${encodeURIComponent(back)}`)
}

/** Only ever a path of ours: what a form or a header says is not a place to send people to. */
export function pathOf(url: unknown) {
  const { origin, pathname, search } = URL.parse(String(url ?? ''), 'http://here.invalid') ?? {}
  const local = typeof url === 'string' && (origin === 'http://here.invalid' || url.startsWith('http'))
  return local && pathname && !pathname.startsWith('//') ? pathname + search : '/'
}
