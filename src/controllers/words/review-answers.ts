import type { Request, Response } from 'express'
import { Forbidden } from '../../errors.ts'
import { reviewAnswerForm } from '../../forms/words/review.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Review } from '../../models/index.ts'
import { reviewService } from '../../services/words/review-service.ts'
import { courseInPath } from '../catalog/course-page.ts'
import { renderReviews } from './reviews.ts'

export async function create(req: Request, res: Response) {
  const [course, me] = [await courseInPath(req), currentUser(req)]
  if (!course.isBy(me)) throw new Forbidden('Only who made the course answers its reviews.')
  const review = await find(Review, { id: req.params.id as string, courseId: course.id, removedAt: null })
  const form = reviewAnswerForm.read(req.body)
  req.query.at = review.id
  if (!form.valid) return renderReviews(req, res.status(422), course, { answering: review.id, answer: form })

  await reviewService.answer(review, me, form.values.answer, new Date())
  req.flash(form.values.answer ? 'Your answer stands under the review.' : 'Your answer is taken away.')
  res.seeOther(`/courses/${course.slug}/reviews?at=${review.id}#review-${review.id}`)
}
