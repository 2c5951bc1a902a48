import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'

/** What the layout of every page may count on, also of one that shows an error before there is a session. */
export function pageFrame(req: Request, res: Response, next: NextFunction) {
  res.locals.site = { name: config.siteName, baseUrl: config.baseUrl, demo: config.demo }
  res.locals.path = req.path
  res.locals.currentUser = undefined
  res.locals.takeFlash = () => undefined
  res.locals.banners = []
  res.locals.promiseSummary = undefined
  next()
}
