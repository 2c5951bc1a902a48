import type { Request, Response } from 'express'
import { words } from '../../forms/catalog/filters.ts'
import { coursesFor, mentorsFor } from '../../services/catalog/search.ts'

export async function show(req: Request, res: Response) {
  const q = words.parse(req.query.q)
  const [mentors, courses] = q ? await Promise.all([mentorsFor(q), coursesFor(q)]) : [[], []]
  res.renderPage('catalog/searches/show', { q, mentors, courses }, { fragment: 'catalog/searches/_found' })
}
