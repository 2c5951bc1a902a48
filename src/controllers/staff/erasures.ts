import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { Erasure } from '../../models/index.ts'

/** Known by a random id alone: there is nobody here whom a look could concern. */
export async function show(req: Request, res: Response) {
  res.renderPage('staff/erasures/show', { erasure: await find(Erasure, { id: req.params.id }) })
}
