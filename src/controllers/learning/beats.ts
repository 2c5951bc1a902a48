import type { Request, Response } from 'express'
import { beatForm } from '../../forms/learning/beat.ts'
import { currentUser } from '../../middleware/audience.ts'
import { progressService } from '../../services/learning/progress-service.ts'
import { noteUsage } from '../../services/usage/note-usage.ts'
import { openLesson, placeIn } from './classroom.ts'
import { renderLesson } from './lesson-page.ts'

/** Comes often, so it is one statement: only where that finds nothing we look why. */
export async function create(req: Request, res: Response) {
  const form = beatForm.read(req.body)
  if (!form.valid) {
    const desk = await openLesson(req)
    placeIn(desk)
    return renderLesson(req, res.status(422), desk, { form, part: 'ticks' })
  }

  const { course, lesson } = req.params as { course: string; lesson: string }
  const events = await progressService.beat(currentUser(req), { course, lesson }, form.values, new Date())
  if (!events) placeIn(await openLesson(req))
  for (const what of events ?? []) noteUsage(req, what, { lessonId: lesson })
  res.seeOther(`/learn/${course}/${lesson}`)
}
