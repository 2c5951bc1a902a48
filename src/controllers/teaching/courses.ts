import type { Request, Response } from 'express'
import { courseForm, detailsForm, offeredDetailsForm } from '../../forms/teaching/course.ts'
import type { Form } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import type { Course } from '../../models/index.ts'
import { courseService } from '../../services/teaching/course-service.ts'
import { choices, typedPrice } from '../../services/teaching/in-words.ts'
import { ownCourses } from '../../services/teaching/own-courses.ts'
import { ownCourse } from './own-course.ts'

export async function index(req: Request, res: Response) {
  res.renderPage('teaching/courses/index', await ownCourses(currentUser(req), req.query.after))
}

export function fresh(_req: Request, res: Response) {
  res.renderPage('teaching/courses/new', { form: courseForm.blank(), choices })
}

export async function create(req: Request, res: Response) {
  const form = courseForm.read(req.body)
  if (!form.valid) return res.status(422).renderPage('teaching/courses/new', { form, choices })

  const course = await courseService.begin(currentUser(req), form.values)
  req.flash('Your course is begun. Only you can see it.')
  res.seeOther(`/teach/${course.slug}/outline`)
}

export async function show(req: Request, res: Response) {
  const course = await ownCourse(req)
  renderDetails(res, course, detailsForm.blank({ ...course.get(), price: typedPrice(course) }))
}

export async function update(req: Request, res: Response) {
  const course = await ownCourse(req)
  const form = (course.isPublished ? offeredDetailsForm : detailsForm).read(req.body)
  if (!form.valid) return renderDetails(res.status(422), course, form)

  await courseService.describe(course, form.values)
  req.flash('What you say about this course is saved.')
  res.seeOther(`/teach/${course.slug}`)
}

function renderDetails(res: Response, course: Course, form: Form<object>) {
  res.renderPage('teaching/courses/show', { course, form, choices })
}
