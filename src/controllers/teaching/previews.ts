import type { Request, Response } from 'express'
import { ownCourse } from './own-course.ts'
import { ownLesson } from './own-lesson.ts'

/** An author looks at the very pages that learners see. These know whose course it is, say so, and keep nothing. */
export async function index(req: Request, res: Response) {
  const { slug } = await ownCourse(req)
  res.seeOther(`/learn/${slug}`)
}

export async function show(req: Request, res: Response) {
  const { course, lesson } = await ownLesson(req)
  res.seeOther(`/learn/${course.slug}/${lesson.id}`)
}
