import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { enrol } from '../../services/catalog/enrol.ts'
import { courseInPath } from './course-page.ts'

export async function create(req: Request, res: Response) {
  const course = await courseInPath(req)
  if (await enrol(currentUser(req), course, new Date())) req.flash('The course is yours. You can begin at once.')
  res.seeOther(`/learn/${course.slug}`)
}
