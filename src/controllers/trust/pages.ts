import type { Request, Response } from 'express'
import { tablesAboutPeople } from '../../privacy/data-map.ts'

/** What becomes of each kind of row is read from the declarations that the erasure itself follows. */
export function leaving(_req: Request, res: Response) {
  const outcomeIs = (outcome: string) => tablesAboutPeople.filter(({ onErasure }) => onErasure === outcome)
  res.renderPage('trust/leaving/show', { deleted: outcomeIs('deleted'), anonymised: outcomeIs('anonymised') })
}

export function terms(_req: Request, res: Response) {
  res.renderPage('trust/terms/show')
}
