import type { Request, Response } from 'express'
import { readiness } from '../../services/readiness.ts'

/** The process answers. */
export function alive(_req: Request, res: Response) {
  res.set('Cache-Control', 'no-store').json({ alive: true })
}

/** It can also work: 503 until the database, its schema and the queue are what they should be. */
export async function ready(_req: Request, res: Response) {
  const parts = await readiness()
  const ready = Object.values(parts).every(Boolean)
  res
    .status(ready ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ ready, ...parts })
}
