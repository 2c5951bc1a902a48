import { sql } from '../../lib/sql.ts'
import { Course, type User } from '../../models/index.ts'

/** A leaver's courses: what nobody ever took goes; what somebody took takes nobody new, and stays with them (P24). */
export async function leaveCourses({ id }: User, now: Date) {
  await sql(
    `delete from courses where author_id = $author
     and not exists (select from enrolments where course_id = courses.id)`,
    { author: id },
  )
  await Course.update({ status: 'closed', closedAt: now }, { where: { authorId: id, status: 'published' } })
}
