import type { Request, Response } from 'express'
import { renderOutline } from './outline-page.ts'
import { ownCourse } from './own-course.ts'

export async function show(req: Request, res: Response) {
  await renderOutline(res, await ownCourse(req))
}
