import type { Request, Response } from 'express'
import { ownLesson, pathTo } from './own-lesson.ts'

export async function create(req: Request, res: Response) {
  const own = await ownLesson(req)
  await own.lesson.update({ archivedAt: null })
  req.flash('The lesson is part of the course again.')
  res.seeOther(pathTo(own))
}
