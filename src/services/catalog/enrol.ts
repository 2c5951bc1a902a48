import { Conflict, Forbidden, Gone } from '../../errors.ts'
import { isTaken } from '../../lib/taken.ts'
import { type Course, Enrolment, type User } from '../../models/index.ts'
import { standingOf } from './course-page.ts'

/**
 * Gives somebody a place in a free course; who has one keeps it. Two requests at once make one place, which the database
 * sees to. Answers whether it is new.
 * @throws Forbidden for its author, Gone where it is no longer offered, Conflict where it has a price
 */
export async function enrol(learner: User, course: Course, now: Date): Promise<boolean> {
  if ((await standingOf(course, learner)).enrolled) return false
  if (course.isBy(learner)) throw new Forbidden('This is your own course. It is for others to take.')
  if (!course.isOffered) throw new Gone('This course takes nobody new.')
  if (!course.isFree) throw new Conflict('This course has a price. Put it into your cart to buy it.')

  try {
    await Enrolment.create({ learnerId: learner.id, courseId: course.id, createdAt: now })
    return true
  } catch (error) {
    if (isTaken(error, 'enrolments_one_live')) return false
    throw error
  }
}
