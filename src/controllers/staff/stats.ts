import type { Request, Response } from 'express'
import { PERIODS, statisticsOf } from '../../services/usage/statistics.ts'

/** How the site is used, in the last 30 days or in as many as were asked for. */
export async function show(req: Request, res: Response) {
  const period = PERIODS.find((days) => String(days) === req.query.days) ?? PERIODS[0]!
  res.renderPage('staff/stats/show', { ...(await statisticsOf(period, new Date())), period, periods: PERIODS })
}
