import type { Request, Response } from 'express'
import { tablesAboutPeople } from '../../privacy/data-map.ts'
import { outcomeInWords } from '../../privacy/in-words.ts'

/** What becomes of each kind of row is read from the declarations that the erasure itself follows. */
export function leaving(_req: Request, res: Response) {
  const outcomes = [...Map.groupBy(tablesAboutPeople, outcomeInWords)].map(([outcome, tables]) => ({ outcome, tables }))
  res.renderPage('trust/leaving/show', { outcomes })
}

export function terms(_req: Request, res: Response) {
  res.renderPage('trust/terms/show')
}
