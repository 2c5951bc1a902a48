import type { Request, Response } from 'express'
import { popularCourses } from '../services/catalog/listing.ts'
import { promiseStandings } from '../services/privacy/promises/promise-standing.ts'

export async function show(_req: Request, res: Response) {
  const [promises, courses] = await Promise.all([promiseStandings(), popularCourses()])
  res.renderPage('home/show', { promises, courses })
}
