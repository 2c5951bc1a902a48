import type { Request, Response } from 'express'
import { readFilters } from '../../forms/catalog/filters.ts'
import * as catalog from '../../services/catalog/in-words.ts'
import { coursesLike, sortOf } from '../../services/catalog/listing.ts'
import { MOST_COUNTED } from '../../services/catalog/matching.ts'
import { courseInPath, renderCourse } from './course-page.ts'

export async function index(req: Request, res: Response) {
  const filters = readFilters(req.query)
  const found = await coursesLike(filters)
  const locals = { ...found, filters, sort: sortOf(filters), mostCounted: MOST_COUNTED, catalog }
  res.renderPage('catalog/courses/index', locals, { fragment: 'catalog/courses/_found' })
}

export async function show(req: Request, res: Response) {
  await renderCourse(req, res, await courseInPath(req))
}
