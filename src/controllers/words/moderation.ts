import type { Request, Response } from 'express'
import { queueForm } from '../../forms/words/report.ts'
import { currentUser } from '../../middleware/audience.ts'
import type { Reported } from '../../models/report.ts'
import * as inWords from '../../services/words/in-words.ts'
import { placeOf } from '../../services/words/places.ts'
import { reportQueue } from '../../services/words/report-queue.ts'
import { renderReport, reportInReach } from './report-in-reach.ts'

export async function index(req: Request, res: Response) {
  const { state, after } = queueForm.read(req.query).values as { state: 'open'; after?: string }
  const forStaff = (words: Reported) => placeOf(words, 'staff')
  const queue = await reportQueue(currentUser(req), { state, after })
  res.renderPage('staff/reports/index', { ...queue, state, placeOf: forStaff, inWords })
}

export async function show(req: Request, res: Response) {
  await renderReport(res, await reportInReach(req))
}
