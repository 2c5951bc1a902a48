import type { Request, Response } from 'express'
import { lessonForm } from '../../forms/teaching/lesson.ts'
import { newLessonForm } from '../../forms/teaching/outline.ts'
import { find } from '../../lib/find.ts'
import { CourseSection } from '../../models/index.ts'
import { outlineService } from '../../services/teaching/outline-service.ts'
import { renderLesson, withParts } from './lesson-page.ts'
import { renderOutline } from './outline-page.ts'
import { ownCourse } from './own-course.ts'
import { ownLesson, pathTo } from './own-lesson.ts'

export async function create(req: Request, res: Response) {
  const course = await ownCourse(req)
  const form = newLessonForm.read(req.body)
  if (!form.valid) return renderOutline(res.status(422), course, { newLesson: form })

  const { section: id, ...lesson } = form.values
  const section = await find(CourseSection, { id, courseId: course.id })
  const { id: lessonId } = await outlineService.addLesson(section, lesson)
  res.seeOther(`/teach/${course.slug}/lessons/${lessonId}`)
}

export async function show(req: Request, res: Response) {
  await renderLesson(res, await ownLesson(req, withParts))
}

export async function update(req: Request, res: Response) {
  const own = await ownLesson(req, withParts)
  const form = lessonForm.read(req.body)
  if (!form.valid) return renderLesson(res.status(422), own, { form })

  await own.lesson.update(form.values)
  req.flash('The lesson is saved.')
  res.seeOther(pathTo(own))
}
