import type { Request, Response } from 'express'
import { noteForm } from '../../forms/learning/note.ts'
import { LessonNote } from '../../models/index.ts'
import { openLesson, pathTo, placeIn } from './classroom.ts'
import { renderLesson } from './lesson-page.ts'

export async function create(req: Request, res: Response) {
  const desk = await openLesson(req)
  const { learnerId } = placeIn(desk)
  const form = noteForm.read(req.body)
  if (!form.valid) return renderLesson(req, res.status(422), desk, { form, part: 'note' })

  await LessonNote.keep({ learnerId, lessonId: desk.lesson.id, body: form.values.body }, new Date())
  req.flash(form.values.body ? 'Your note is kept.' : 'There is no note here now.')
  res.seeOther(pathTo(desk))
}
