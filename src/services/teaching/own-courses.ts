import { Course, type User } from '../../models/index.ts'
import { checkListsOf } from './check-list.ts'
import { people } from './in-words.ts'

/** A screenful of what somebody made, and what each course still needs before it can be offered. */
export async function ownCourses(author: User, behind: unknown) {
  const { courses, after } = await Course.pageBy(author, behind)
  const checkLists = await checkListsOf(courses, author)
  const missing = (course: Course) => checkLists.get(course.id)!.filter(({ done }) => !done)
  return { courses: courses.map((course) => ({ course, missing: missing(course) })), people, after }
}
