import type { Request, Response } from 'express'
import { Gone } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { Lesson, LessonFile } from '../../models/index.ts'
import { playerOf } from '../../services/learning/player.ts'
import { sendFile } from '../support/send-file.ts'
import { courseInPath } from './course-page.ts'

export async function show(req: Request, res: Response) {
  const { course, lesson, path } = await openPreview(req)
  const player = playerOf(lesson.video, path, req.query.play === '1', new Date())
  const canBuy = !course.isFree && !course.isBy(req.user)
  const locals = { course, lesson, path, player, canBuy, files: lesson.files! }
  res.renderPage('catalog/previews/show', locals, { fragment: 'learning/lessons/_player' })
}

export async function file(req: Request, res: Response) {
  const { lesson } = await openPreview(req)
  await sendFile(res, await find(LessonFile, { id: req.params.id, lessonId: lesson.id }))
}

/** A lesson that its author opened to everyone. The others are for those who take the course. */
async function openPreview(req: Request) {
  const course = await courseInPath(req)
  if (!course.isOffered && !course.isBy(req.user)) throw new Gone('This course is no longer offered.')

  const here = { id: req.params.lesson, courseId: course.id, isPreview: true, archivedAt: null }
  const lesson = await find(Lesson, here, { include: ['video', 'files'] })
  return { course, lesson, path: `/courses/${course.slug}/preview/${lesson.id}` }
}
