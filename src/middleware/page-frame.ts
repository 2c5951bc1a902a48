import type { NextFunction, Request, Response } from 'express'
import { config } from '../config.ts'
import { asset } from '../lib/assets.ts'
import { fileSize } from '../lib/file-size.ts'
import { lengthInWords } from '../lib/lengths.ts'
import { markdown } from '../lib/markdown.ts'
import { money } from '../lib/money.ts'
import { type TimeStyle, timeElement } from '../lib/times.ts'
import { promiseSummary } from '../services/privacy/promises/promise-standing.ts'

/** What the layout of every page may count on, also of one that shows an error before there is a session. */
export function pageFrame(req: Request, res: Response, next: NextFunction) {
  res.locals.site = { name: config.siteName, baseUrl: config.baseUrl, demo: config.demo }
  res.locals.path = req.path
  res.locals.asset = asset
  res.locals.when = (instant: Date, style?: TimeStyle) => timeElement(instant, zoneOf(res), style)
  res.locals.money = money
  res.locals.markdown = markdown
  res.locals.lengthInWords = lengthInWords
  res.locals.fileSize = fileSize
  res.locals.currentUser = undefined
  res.locals.inCart = 0
  res.locals.takeFlash = () => undefined
  res.locals.banners = []
  res.locals.promiseSummary = promiseSummary()
  next()
}

/** UTC is what an account has until its owner chooses, so it tells us no more than having none. */
function zoneOf(res: Response): string | undefined {
  const zone = res.locals.currentUser?.timeZone
  return zone === 'UTC' ? undefined : zone
}
