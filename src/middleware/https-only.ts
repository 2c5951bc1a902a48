import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'

/** In production everything travels encrypted (P32): a page is sent on to HTTPS, a form sent in the clear is refused. */
export function httpsOnly(req: Request, res: Response, next: NextFunction) {
  if (!config.production || req.secure || req.path === '/healthz' || req.path === '/readyz') return next()
  if (req.method === 'GET' || req.method === 'HEAD') res.redirect(308, config.baseUrl + req.originalUrl)
  else res.status(400).type('text').send(`Please use ${config.baseUrl}, so that nobody can read what you send.\n`)
}
