import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { config } from '../config.ts'

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

/** Whoever reads us to feed a model is asked not to, on every answer (P07). */
export function notForTraining(_req: Request, res: Response, next: NextFunction) {
  res.set('X-Robots-Tag', 'noai, noimageai')
  next()
}
