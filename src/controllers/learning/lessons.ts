import type { Request, Response } from 'express'
import { openLesson } from './classroom.ts'
import { renderLesson } from './lesson-page.ts'

export async function show(req: Request, res: Response) {
  await renderLesson(req, res, await openLesson(req))
}
