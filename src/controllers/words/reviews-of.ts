import type { Request } from 'express'
import { reviewForm } from '../../forms/words/review.ts'
import type { Course } from '../../models/index.ts'
import * as words from '../../services/words/in-words.ts'
import { reviewService } from '../../services/words/review-service.ts'

/** What stands under a course, and the form of who may review it, here and on the page of the course. */
export async function reviewsOf(req: Request, course: Course) {
  const { before, at } = req.query
  const section = await reviewService.section(course, req.user, { before, at }, new Date())
  const { mine, standing } = section
  const own = mine && mine.enrolmentId === standing?.enrolmentId ? mine : undefined
  return {
    ...section,
    form: reviewForm.blank({ rating: own?.rating, body: own?.body }),
    words,
    isPart: Boolean(before ?? at),
  }
}
