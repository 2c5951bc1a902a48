import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { plainText } from '../../lib/plain-text.ts'

const DAY = 24 * 60 * 60 * 1000
const EXPIRES_IN_DAYS = 180

/** RFC 9116. It expires half a year from whenever it is read, so a running site never shows a stale one. */
export function security(_req: Request, res: Response) {
  const expires = new Date(Date.now() + EXPIRES_IN_DAYS * DAY)
  expires.setUTCHours(0, 0, 0, 0)
  const lines = [
    `Contact: ${config.baseUrl}/support/new?category=report`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${config.baseUrl}/.well-known/security.txt`,
    `Policy: ${config.baseUrl}/help/reporting-a-weakness`,
  ]
  plainText(res, lines)
}

/** Says to browsers and to the curious that Sec-GPC is honoured here, and since when. */
export function gpc(_req: Request, res: Response) {
  res.json({ gpc: true, lastUpdate: '2026-11-23' })
}

/** Where password managers send people to. */
export function changePassword(_req: Request, res: Response) {
  res.redirect(302, '/settings/account')
}
