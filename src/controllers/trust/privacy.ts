import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { shareLinks } from '../../lib/share-links.ts'
import { processors } from '../../privacy/processors.ts'
import { chapters, type PromiseNumber } from '../../privacy/promises.ts'
import { promiseStandings, tally } from '../../services/privacy/promises/promise-standing.ts'

export async function show(_req: Request, res: Response) {
  const promises = await promiseStandings()
  const byNumber = new Map(promises.map((standing) => [standing.promise, standing]))
  const grouped = chapters.map(({ title, promises }) => ({
    title,
    promises: Object.keys(promises).map((promise) => byNumber.get(promise as PromiseNumber)!),
  }))

  const companies = Object.entries(processors).map(([id, company]) => ({ ...company, id: `${id}-provider` }))
  const shares = shareLinks(`${config.baseUrl}/privacy`, 'Forty-two promises about your data, checked every night')
  res.renderPage('trust/privacy/show', { promises, tally: tally(promises), chapters: grouped, companies, shares })
}
