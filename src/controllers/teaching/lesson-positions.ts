import type { Request, Response } from 'express'
import { positionForm } from '../../forms/teaching/outline.ts'
import { outlineService } from '../../services/teaching/outline-service.ts'
import { renderOutline } from './outline-page.ts'
import { ownLesson } from './own-lesson.ts'

export async function update(req: Request, res: Response) {
  const { course, lesson } = await ownLesson(req, { attributes: ['id', 'courseId'] })
  const form = positionForm.read(req.body)
  if (!form.valid) return renderOutline(res.status(422), course, { newLesson: form })

  await outlineService.moveLesson(lesson, form.values)
  res.seeOther(`/teach/${course.slug}/outline`)
}
