import type { Request } from 'express'
import { Forbidden } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Comment, Course, Enrolment, Lesson } from '../../models/index.ts'

/** The lesson in the path, for those who take its course and for who made it. */
export async function lessonInReach(req: Request) {
  const me = currentUser(req)
  const course = await find(Course, { slug: req.params.course as string })
  const lesson = await find(Lesson, { id: req.params.lesson as string, courseId: course.id })
  const takesIt = { learnerId: me.id, courseId: course.id, revokedAt: null }
  if (!course.isBy(me) && !(await Enrolment.count({ where: takesIt })))
    throw new Forbidden('The discussion of a lesson is for those who take the course.')
  return { course, lesson }
}

/** The comment in the path, with where it stands. */
export async function commentInReach(req: Request) {
  const { course, lesson } = await lessonInReach(req)
  const where = { id: req.params.id as string, lessonId: lesson.id }
  return { course, lesson, comment: await find(Comment, where, { include: 'writer' }) }
}
