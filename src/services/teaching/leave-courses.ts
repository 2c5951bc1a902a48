import { slugOf } from '../../lib/slug.ts'
import { sql } from '../../lib/sql.ts'
import { Course, type User } from '../../models/index.ts'

/**
 * A leaver's courses: what nobody ever took goes; what somebody took takes nobody new, and stays with them (P24). A course
 * whose address has its author's name in it gets another.
 */
export async function leaveCourses({ id, name }: User, now: Date) {
  await sql(
    `delete from courses where author_id = $author
     and not exists (select from enrolments where course_id = courses.id)`,
    { author: id },
  )
  await Course.update({ status: 'closed', closedAt: now }, { where: { authorId: id, status: 'published' } })
  await sql(
    `update courses set slug = 'course-' || left(md5(random()::text), 12)
     where author_id = $author and strpos('-' || slug::text || '-', $name) > 0`,
    { author: id, name: `-${slugOf(name)}-` },
  )
}
