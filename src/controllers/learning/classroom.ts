import type { Request } from 'express'
import { Forbidden, NotFound } from '../../errors.ts'
import { find, orMissing } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Course, type Enrolment, type Lesson, type User } from '../../models/index.ts'
import { lessonFor } from '../../services/learning/room.ts'

/** A course that somebody may learn in, and their place there: its author has none, and leaves no trace. */
export type Room = { course: Course; enrolment?: Enrolment }

/** A lesson in it, with its video. */
export type Desk = Room & { lesson: Lesson }

const shown = ['id', 'slug', 'title', 'topic', 'status', 'authorId']

const rests =
  'Your bank asks the payment for this course back. Until that is settled the course rests; nothing you did in it is lost.'
const support = { path: '/support/new', text: 'Write to us' }

/** The course in the path, for its learners and its author. */
export async function openCourse(req: Request): Promise<Room> {
  const user = currentUser(req)
  const course = await find(Course, { slug: req.params.course }, { attributes: shown, include: placeOf(user) })
  return roomFor(user, course, course.enrolments![0])
}

/** The lesson in the path, for the same. */
export async function openLesson(req: Request): Promise<Desk> {
  const user = currentUser(req)
  const { course: slug, lesson: id } = req.params as { course: string; lesson: string }
  const { lesson, course, place } = await orMissing('lesson', lessonFor(user, { course: slug, lesson: id }))
  return { ...roomFor(user, course, place), lesson }
}

/** For what only a learner can do. */
export function placeIn({ enrolment }: Room): Enrolment {
  if (!enrolment) throw new Forbidden('You see this as your learners do. Nothing of what you do here is kept.')
  return enrolment
}

export function pathTo({ course, lesson }: Pick<Desk, 'course' | 'lesson'>) {
  return `/learn/${course.slug}/${lesson.id}`
}

function roomFor(user: User, course: Course, place: Enrolment | null = null): Room {
  if (place?.isFrozen && !course.isBy(user)) throw new Forbidden(rests, support)
  if (course.isOpenTo(user, place)) return { course, enrolment: place && !course.isBy(user) ? place : undefined }
  if (!course.isPublished) throw new NotFound('course')
  throw new Forbidden('This is for those who take the course.', {
    path: `/courses/${course.slug}`,
    text: 'Look at the course',
  })
}

/** At most one is live: the database sees to it. */
function placeOf({ id: learnerId }: User) {
  return { association: 'enrolments', where: { learnerId, revokedAt: null }, required: false }
}
