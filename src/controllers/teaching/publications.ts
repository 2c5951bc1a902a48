import type { Request, Response } from 'express'
import { publicationForm } from '../../forms/teaching/course.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import type { Course } from '../../models/index.ts'
import { checkListOf } from '../../services/teaching/check-list.ts'
import { courseService } from '../../services/teaching/course-service.ts'
import { ownCourse } from './own-course.ts'

export async function show(req: Request, res: Response) {
  await renderCheckList(req, res, await ownCourse(req))
}

export async function create(req: Request, res: Response) {
  const course = await ownCourse(req)
  const form = publicationForm(course).read(req.body)
  if (!form.valid) return renderCheckList(req, res.status(422), course, form)

  const missing = await courseService.publish(course, currentUser(req), new Date())
  if (missing) return renderCheckList(req, res.status(422), course, rejected(form, 'form', missing))
  req.flash('Your course is open to everyone.')
  res.seeOther(`/teach/${course.slug}/publication`)
}

async function renderCheckList(req: Request, res: Response, course: Course, form = publicationForm(course).blank()) {
  const checkList = await checkListOf(course, currentUser(req))
  res.renderPage('teaching/publication/show', { course, checkList, form })
}
