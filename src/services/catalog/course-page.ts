import { part, prepare } from '../../lib/prepared.ts'
import { sql } from '../../lib/sql.ts'
import { Course, type Lesson, User } from '../../models/index.ts'

type OutlineRow = Pick<Lesson, 'id' | 'title' | 'kind' | 'isPreview'> & { section: string; seconds: number | null }

const course = part(Course, 'c')
const author = part(User, 'a', [
  ...(['id', 'name', 'slug', 'role', 'headline', 'shown', 'photoId', 'suspendedAt', 'erasureDueAt'] as const),
])
const atSlug = prepare<object>(`
  select ${course.columns}, ${author.columns} from courses c left join users a on a.id = c.author_id where c.slug = $slug`)

/** The course at an address, with its author and what decides who may see them. */
export async function courseWithAuthor(slug: string) {
  const [row] = await atSlug({ slug })
  return row && Object.assign(course.of(row)!, { author: author.of(row) })
}

const lessonsOf = prepare<OutlineRow & { sectionId: string }>(`
  select s.id as "sectionId", s.title as section, l.id, l.title, l.kind, l.is_preview as "isPreview", v.seconds
  from course_sections s
  join lessons l on l.section_id = s.id and l.archived_at is null
  left join videos v on v.lesson_id = l.id and v.state = 'ready'
  where s.course_id = $course order by s.position, l.position`)

/** Sections with their lessons in the author's order. What is archived is out of the course. */
export async function outlineOf(course: Course) {
  const rows = await lessonsOf({ course: course.id })
  const sections = [...Map.groupBy(rows, ({ sectionId }) => sectionId).values()].map((lessons) => ({
    title: lessons[0]!.section,
    lessons: lessons as OutlineRow[],
  }))
  return { sections, lessons: rows.length, seconds: rows.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0) }
}

const starsOf = prepare<{ rating: number; times: number }>(`
  select rating, count(*)::int as times from reviews
  where course_id = $course and counts and removed_at is null group by rating`)

/** How many gave five stars, four and so on down to one. */
export async function ratingsOf(course: Course) {
  if (course.meanRating === undefined) return undefined
  const times = new Map((await starsOf({ course: course.id })).map((row) => [row.rating, row.times]))
  return [5, 4, 3, 2, 1].map((rating) => ({ rating, times: times.get(rating) ?? 0 }))
}

type Standing = { enrolled: boolean; wished: boolean; inCart: boolean }

/** How somebody stands to a course: whether they take it, and whether it is on their wishlist or in their cart. */
export async function standingOf(course: Course, user?: User): Promise<Standing> {
  if (!user) return { enrolled: false, wished: false, inCart: false }
  const { rows } = await sql<Standing>(
    `select exists (select from enrolments where learner_id = $user and course_id = $course and revoked_at is null) as enrolled,
       exists (select from wishlist_items where member_id = $user and course_id = $course) as wished,
       exists (select from cart_items where member_id = $user and course_id = $course) as "inCart"`,
    { user: user.id, course: course.id },
  )
  return rows[0]!
}
