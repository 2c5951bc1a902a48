import { gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

const WORTH_THE_TIME = 4000

/**
 * A page as it travels: a long one is packed, at the level that takes a tenth of a millisecond and makes it a quarter.
 * Lengths give no secret away (BREACH): the token of a form is masked anew on every page, and as the cookie of a session
 * is SameSite, no other site can have somebody's pages fetched with words of its own in them.
 */
export function packed(html: string, req: Request, res: Response): string | Buffer {
  if (html.length < WORTH_THE_TIME) return html

  res.vary('Accept-Encoding')
  if (!req.acceptsEncodings('gzip')) return html
  res.set('Content-Encoding', 'gzip')
  return gzipSync(html, { level: 1 })
}
