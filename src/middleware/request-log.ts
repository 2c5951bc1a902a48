import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { log } from '../lib/log.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in the log and on an error page, and says nothing about who made it. */
    id: string
  }
}

/** One line a request: the route as it is written, never the URL, which may carry a token or a name. */
export function requestLog(req: Request, res: Response, next: NextFunction) {
  const began = performance.now()
  req.id = randomUUID()
  res.set('X-Request-Id', req.id)

  res.once('close', () => {
    const ms = Math.round(performance.now() - began)
    log.info({ request: req.id, method: req.method, route: req.route?.path ?? 'none', status: res.statusCode, ms })
  })
  next()
}
