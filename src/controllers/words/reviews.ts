import type { Request, Response } from 'express'
import { reviewForm } from '../../forms/words/review.ts'
import { currentUser } from '../../middleware/audience.ts'
import type { Course } from '../../models/index.ts'
import { reviewService } from '../../services/words/review-service.ts'
import { courseInPath } from '../catalog/course-page.ts'
import { reviewsOf } from './reviews-of.ts'

export async function index(req: Request, res: Response) {
  await renderReviews(req, res, await courseInPath(req))
}

export async function create(req: Request, res: Response) {
  const course = await courseInPath(req)
  const form = reviewForm.read(req.body)
  if (!form.valid) return renderReviews(req, res.status(422), course, { form })

  await reviewService.write(course, currentUser(req), form.values, new Date())
  req.flash('Thank you. Your review is there for everyone to read.')
  res.seeOther(`/courses/${course.slug}#reviews`)
}

/** The reviews of a course on a page of their own, also with a form that came back. */
export async function renderReviews(req: Request, res: Response, course: Course, typed: object = {}) {
  const reviews = { ...(await reviewsOf(req, course)), ...typed }
  res.renderPage('catalog/reviews/index', { course, reviews }, { fragment: 'catalog/reviews/_list' })
}
