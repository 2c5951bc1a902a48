import type { Response } from 'express'
import { filesForm, lessonForm } from '../../forms/teaching/lesson.ts'
import type { Form } from '../../lib/form.ts'
import { CourseSection } from '../../models/index.ts'
import { kinds } from '../../services/catalog/in-words.ts'
import { MOST_FILES_OF_A_LESSON } from '../../services/teaching/lesson-service.ts'
import { type ownLesson, pathTo } from './own-lesson.ts'

/** What the page of a lesson shows besides the lesson. */
export const withParts = { include: ['video', { association: 'files', attributes: ['id', 'name', 'bytes'] }] }

type Rejected = { form?: Form<object>; files?: Form<object> }

export async function renderLesson(res: Response, own: Awaited<ReturnType<typeof ownLesson>>, rejected: Rejected = {}) {
  const { course, lesson } = own
  const where = { courseId: course.id }
  const sections = await CourseSection.findAll({ where, attributes: ['id', 'title'], order: ['position'] })
  const forms = { form: lessonForm.blank({ ...lesson.get() }), files: filesForm.blank(), ...rejected }
  const locals = { ...own, ...forms, sections, kinds, most: MOST_FILES_OF_A_LESSON, path: pathTo(own) }
  res.renderPage('teaching/lessons/show', locals)
}
