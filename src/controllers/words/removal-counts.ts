import type { Request, Response } from 'express'
import * as inWords from '../../services/words/in-words.ts'
import { removalsByReason } from '../../services/words/report-queue.ts'

export async function index(_req: Request, res: Response) {
  res.renderPage('trust/removals/index', { removals: await removalsByReason(new Date()), inWords })
}
