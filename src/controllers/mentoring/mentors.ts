import type { Request, Response } from 'express'
import { readMentorFilters } from '../../forms/mentoring/directory.ts'
import { languages } from '../../lib/places.ts'
import * as catalog from '../../services/catalog/in-words.ts'
import { MOST_COUNTED } from '../../services/catalog/matching.ts'
import { mentorsLike, sortFor } from '../../services/mentoring/directory.ts'
import * as mentoring from '../../services/mentoring/in-words.ts'

export async function index(req: Request, res: Response) {
  const filters = readMentorFilters(req.query)
  const found = await mentorsLike(filters, new Date())
  const words = { catalog, mentoring, languages, mostCounted: MOST_COUNTED }
  const locals = { ...found, ...words, filters, sort: sortFor(filters) }
  res.renderPage('mentoring/mentors/index', locals, { fragment: 'mentoring/mentors/_found' })
}
