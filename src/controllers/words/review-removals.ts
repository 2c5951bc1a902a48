import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Review } from '../../models/index.ts'
import { reviewService } from '../../services/words/review-service.ts'
import { courseInPath } from '../catalog/course-page.ts'

export async function create(req: Request, res: Response) {
  const course = await courseInPath(req)
  const where = { id: req.params.id as string, courseId: course.id, writerId: currentUser(req).id }
  const review = await find(Review, where)

  await reviewService.remove(review)
  req.flash('Your review is deleted.')
  res.seeOther(`/courses/${course.slug}#reviews`)
}
