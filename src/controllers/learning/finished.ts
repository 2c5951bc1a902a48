import type { Request, Response } from 'express'
import { openCourse } from './classroom.ts'
import { finishedPlace, renderFinished } from './finished-page.ts'

export async function show(req: Request, res: Response) {
  const room = await openCourse(req)
  await finishedPlace(room)
  await renderFinished(res, room)
}
