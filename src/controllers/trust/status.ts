import type { Request, Response } from 'express'
import { nightsWithoutABreak, promiseHistory } from '../../services/privacy/promises/promise-history.ts'
import { promiseStandings, tally } from '../../services/privacy/promises/promise-standing.ts'

export async function show(_req: Request, res: Response) {
  const { days, histories } = await promiseHistory(new Date())
  const unbroken = nightsWithoutABreak(histories)
  res.renderPage('trust/status/show', { days, histories, unbroken, promises: await promiseStandings() })
}

/** The same for a program. */
export async function data(_req: Request, res: Response) {
  const [promises, { histories }] = await Promise.all([promiseStandings(), promiseHistory(new Date())])
  const nightsOf = new Map(histories.map(({ promise, nights }) => [promise, nights.filter(Boolean)]))

  res.set('Cache-Control', 'public, max-age=60').json({
    ...tally(promises),
    promises: promises.map((standing) => ({ ...standing, nights: nightsOf.get(standing.promise) ?? [] })),
  })
}
