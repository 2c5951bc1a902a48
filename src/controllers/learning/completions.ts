import type { Request, Response } from 'express'
import { completionForm } from '../../forms/learning/completion.ts'
import { progressService } from '../../services/learning/progress-service.ts'
import { noteUsage } from '../../services/usage/note-usage.ts'
import { openLesson, pathTo, placeIn } from './classroom.ts'
import { renderLesson } from './lesson-page.ts'

export async function create(req: Request, res: Response) {
  const desk = await openLesson(req)
  const place = placeIn(desk)
  const form = completionForm.read(req.body)
  if (!form.valid) return renderLesson(req, res.status(422), desk, { form, part: 'ticks' })

  if (!form.values.done) await progressService.unmark(place, desk.lesson)
  else if (await progressService.mark(place, desk.lesson, new Date())) {
    noteUsage(req, 'lesson finished', { lessonId: desk.lesson.id })
  }
  res.seeOther(pathTo(desk))
}
