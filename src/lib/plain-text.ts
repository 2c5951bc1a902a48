import type { Response } from 'express'

/** Answers lines that anybody may keep for an hour. */
export function plainText(res: Response, lines: string[]) {
  res.set('Cache-Control', 'public, max-age=3600')
  res.type('text/plain').send(`${lines.join('\n')}\n`)
}
