import type { NextFunction, Request, Response } from 'express'
import { noteUsage } from '../services/usage/note-usage.ts'

/** Counts each whole page that was shown, by its route as it is written. What staff do at work is no use of the site. */
export function countViews(req: Request, res: Response, next: NextFunction) {
  if (req.method === 'GET' && !req.optedOut) res.once('finish', () => isView(req, res) && note(req))
  next()
}

function note(req: Request) {
  noteUsage(req, 'page', { page: req.route.path })
}

function isView(req: Request, res: Response) {
  return res.statusCode === 200 && res.isWholePage && req.route && !req.route.path.startsWith('/staff')
}
