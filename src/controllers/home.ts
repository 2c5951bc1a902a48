import type { Request, Response } from 'express'
import { promiseStandings } from '../services/privacy/promises/promise-standing.ts'

export async function show(_req: Request, res: Response) {
  res.renderPage('home/show', { promises: await promiseStandings() })
}
