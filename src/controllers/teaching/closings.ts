import type { Request, Response } from 'express'
import { courseService } from '../../services/teaching/course-service.ts'
import { ownCourse } from './own-course.ts'

export async function create(req: Request, res: Response) {
  const course = await ownCourse(req)
  await courseService.close(course, new Date())
  req.flash('Nobody new can take this course. Those who have it keep it.')
  res.seeOther(`/teach/${course.slug}/publication`)
}
