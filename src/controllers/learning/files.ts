import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { LessonFile } from '../../models/index.ts'
import { sendFile } from '../support/send-file.ts'
import { openLesson } from './classroom.ts'

export async function show(req: Request, res: Response) {
  const { lesson } = await openLesson(req)
  await sendFile(res, await find(LessonFile, { id: req.params.id, lessonId: lesson.id }))
}
