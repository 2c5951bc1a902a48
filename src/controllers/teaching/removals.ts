import type { Request, Response } from 'express'
import { courseService } from '../../services/teaching/course-service.ts'
import { ownCourse } from './own-course.ts'

export async function show(req: Request, res: Response) {
  res.renderPage('teaching/courses/removal', { course: await ownCourse(req) })
}

export async function create(req: Request, res: Response) {
  await courseService.remove(await ownCourse(req))
  req.flash('The draft is deleted, with all that was in it.')
  res.seeOther('/teach')
}
