import type { Request, Response } from 'express'
import { lessonService } from '../../services/teaching/lesson-service.ts'
import { ownLesson, pathTo } from './own-lesson.ts'

export async function show(req: Request, res: Response) {
  const own = await ownLesson(req)
  const isMet = await lessonService.isMet(own.lesson)
  res.renderPage('teaching/lessons/removal', { ...own, isMet, path: pathTo(own) })
}

export async function create(req: Request, res: Response) {
  const { course, lesson } = await ownLesson(req)
  const end = await lessonService.remove(lesson, new Date())
  req.flash(end === 'deleted' ? 'The lesson is deleted.' : 'The lesson is put away. Learners keep what they did in it.')
  res.seeOther(`/teach/${course.slug}/outline`)
}
