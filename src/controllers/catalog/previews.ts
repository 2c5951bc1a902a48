import type { Request, Response } from 'express'
import { Gone } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { Lesson } from '../../models/index.ts'
import { courseInPath } from './course-page.ts'

/** A lesson that its author opened to everyone. The others are for those who take the course. */
export async function show(req: Request, res: Response) {
  const course = await courseInPath(req)
  if (!course.isOffered && !course.isBy(req.user)) throw new Gone('This course is no longer offered.')

  const here = { id: req.params.lesson, courseId: course.id, isPreview: true, archivedAt: null }
  const lesson = await find(Lesson, here, { include: 'video' })
  res.renderPage('catalog/previews/show', { course, lesson })
}
