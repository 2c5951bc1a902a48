import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { config } from '../config.ts'

const POLICY = 'Content-Security-Policy'

/** Nothing but our own files runs, styles or frames a page, and no script or style stands inside one (P05, P32). */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: config.production && {
    maxAge: 2 * 365 * 24 * 60 * 60,
    includeSubDomains: true,
    preload: true,
  },
  // Helmet's own choice, no-referrer, makes browsers send "Origin: null" with our own forms.
  referrerPolicy: { policy: 'same-origin' },
})

/** For a page where Bunny's player comes into a frame once its reader presses play, and on which nothing else does (P12). */
export const playsVideos: RequestHandler = (_req, res, next) => {
  res.set(POLICY, `${res.get(POLICY)};frame-src ${new URL(config.bunny.embedBase).origin}`)
  next()
}

/** For a page from which a mentor's browser sends a video straight to Bunny. */
export const sendsVideos: RequestHandler = (_req, res, next) => {
  const { origin } = new URL(config.bunny.apiBase)
  res.set(POLICY, res.get(POLICY)!.replace("connect-src 'self'", `connect-src 'self' ${origin}`))
  res.locals.mostBytes = config.bunny.mostBytes
  next()
}

/** For a page with a form whose answer leads to Stripe: browsers look at where a form is led on to, too. */
export const leavesForStripe: RequestHandler = (_req, res, next) => {
  const origins = [...new Set([config.stripe.checkoutOrigin, config.stripe.connectOrigin])].join(' ')
  res.set(POLICY, res.get(POLICY)!.replace("form-action 'self'", `form-action 'self' ${origins}`))
  next()
}

/** For a page with a form whose answer leads to Stripe: browsers ask the page whether it may. */
export function letPayAtStripe(res: Response) {
  const allowed = `form-action 'self' ${config.stripe.checkoutOrigin}`
  res.set(POLICY, res.get(POLICY)!.replace("form-action 'self'", allowed))
}

export const paysAtStripe: RequestHandler = (_req, res, next) => {
  letPayAtStripe(res)
  next()
}

/** Whoever reads us to feed a model is asked not to, on every answer (P07). */
export function notForTraining(_req: Request, res: Response, next: NextFunction) {
  res.set('X-Robots-Tag', 'noai, noimageai')
  next()
}
