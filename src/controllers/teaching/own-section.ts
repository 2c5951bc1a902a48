import type { Request } from 'express'
import { find } from '../../lib/find.ts'
import { CourseSection } from '../../models/index.ts'
import { ownCourse } from './own-course.ts'

/** The section in the path and its course, for whoever made them. */
export async function ownSection(req: Request) {
  const course = await ownCourse(req)
  const section = await find(CourseSection, { id: req.params.section, courseId: course.id })
  return { course, section }
}
