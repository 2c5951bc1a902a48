import type { Request } from 'express'
import type { Attributes, FindOptions } from 'sequelize'
import { find } from '../../lib/find.ts'
import { Lesson } from '../../models/index.ts'
import { ownCourse } from './own-course.ts'

/** The lesson in the path and its course, for whoever made them. */
export async function ownLesson(req: Request, options?: Omit<FindOptions<Attributes<Lesson>>, 'where'>) {
  const course = await ownCourse(req)
  const lesson = await find(Lesson, { id: req.params.lesson, courseId: course.id }, options)
  return { course, lesson }
}

export function pathTo({ course, lesson }: Awaited<ReturnType<typeof ownLesson>>) {
  return `/teach/${course.slug}/lessons/${lesson.id}`
}
