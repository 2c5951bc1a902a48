import type { Request, Response } from 'express'
import { config } from '../../config.ts'
import { NotFound } from '../../errors.ts'
import { orMissing } from '../../lib/find.ts'
import { lengthInWords } from '../../lib/lengths.ts'
import { shareLinks } from '../../lib/share-links.ts'
import { visitorCartOf } from '../../middleware/visitor-cart.ts'
import type { Course, User } from '../../models/index.ts'
import { courseWithAuthor, outlineOf, ratingsOf, standingOf } from '../../services/catalog/course-page.ts'
import * as catalog from '../../services/catalog/in-words.ts'
import { courseRefundInWords } from '../../services/shop/refund-policy.ts'
import { reviewsOf } from '../words/reviews-of.ts'

export function courseInPath(req: Request) {
  return courseAt(req.params.slug as string, req.user)
}

/** The course at an address, with its author. A draft is there for its author alone. */
export async function courseAt(slug: string, viewer?: User) {
  const course = await orMissing('course', courseWithAuthor(slug))
  if (course.status === 'draft' && !course.isBy(viewer)) throw new NotFound('course')
  return course
}

/** The page of a course; what is no longer offered stays for those who take it, and for its author. */
export async function renderCourse(req: Request, res: Response, course: Course, more: object = {}) {
  const standing = await standingOf(course, req.user)
  if (!req.user) standing.inCart = visitorCartOf(req).courses.some(({ id }) => id === course.id)
  if (!course.isOffered && !course.isBy(req.user) && !standing.enrolled) return renderGone(res, course)

  const parts = [outlineOf(course), ratingsOf(course), reviewsOf(req, course)] as const
  const [outline, ratings, reviews] = await Promise.all(parts)
  const shares = shareLinks(`${config.baseUrl}/courses/${course.slug}`, course.title)
  const page = { course, outline, ratings, reviews, standing, shares, catalog, refund: courseRefundInWords }
  const locals = { ...page, lengthInWords, ...more }
  res.renderPage('catalog/courses/show', locals, { fragment: 'catalog/courses/_offer' })
}

function renderGone(res: Response, course: Course) {
  res.status(410).renderInstead('catalog/courses/gone', { course, catalog })
}
