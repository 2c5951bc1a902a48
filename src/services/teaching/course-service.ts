import { sequelize } from '../../db/sequelize.ts'
import { Conflict } from '../../errors.ts'
import { newSuffix, slugOf } from '../../lib/slug.ts'
import { sql } from '../../lib/sql.ts'
import { isTaken } from '../../lib/taken.ts'
import { Course, type User } from '../../models/index.ts'
import { checkListOf } from './check-list.ts'

type Beginning = Pick<Course, 'title' | 'topic' | 'level' | 'summary'>
type Details = Beginning & { description: string; outcomes: string; price: number }

/** Addresses under /teach that are no course. */
const reserved = ['new']

/** What becomes of a course as a whole. What it costs is in minor units. */
export class CourseService {
  /** A draft, named in its address after its title. Sent twice it is begun once. */
  begin(author: User, beginning: Beginning) {
    return named(beginning.title, async (slug) => {
      const twin = await Course.findOne({ where: { ...beginning, authorId: author.id, status: 'draft' } })
      return twin ?? Course.create({ ...beginning, slug, authorId: author.id })
    })
  }

  /**
   * What a course says of itself. The address of a draft follows its title; one that was offered keeps the address that
   * people have. Those who took it are not asked for a new price.
   *
   * @throws Conflict when it was offered, or closed, since its form was read
   */
  async describe(course: Course, { price, ...details }: Details) {
    const { id, status } = course
    const save = async (slug: string) => {
      const [count] = await Course.update({ ...details, slug, priceMinor: price }, { where: { id, status } })
      if (count === 0) throw new Conflict('This course has just changed. Please load the page again.')
      course.set({ slug })
    }
    await (status === 'draft' && details.title !== course.title ? named(details.title, save) : save(course.slug))
  }

  /** Offers a course to everyone, again where it was closed. Answers what it still lacks, and then nothing has changed. */
  publish(course: Course, author: User, now: Date) {
    return sequelize.transaction(async () => {
      await course.reload({ lock: true })
      const missing = (await checkListOf(course, author)).filter(({ done }) => !done)
      if (missing.length > 0) return `Still missing: ${missing.map(({ text }) => text).join(', ')}`
      await course.update({ status: 'published', publishedAt: course.publishedAt ?? now, closedAt: null })
      return undefined
    })
  }

  /** Takes it off sale. Those who took it keep it. */
  async close({ id }: Course, now: Date) {
    await Course.update({ status: 'closed', closedAt: now }, { where: { id, status: 'published' } })
  }

  /**
   * Deletes a draft with its lessons, files and videos.
   *
   * @throws Conflict for one that was ever offered
   */
  async remove({ id }: Course) {
    const { count } = await sql(
      `delete from courses where id = $id and status = 'draft'
       and not exists (select from enrolments where course_id = courses.id)`,
      { id },
    )
    if (count === 0)
      throw new Conflict('Only a draft can be deleted. What people took stays with them; you can close it.')
  }
}

export const courseService = new CourseService()

/** Saves under the address that a title makes or, where it is somebody else's, under one like it. */
async function named<T>(title: string, save: (slug: string) => Promise<T>) {
  const slug = slugOf(title) ?? `course-${newSuffix()}`
  if (reserved.includes(slug)) return save(`${slug}-${newSuffix()}`)
  try {
    return await save(slug)
  } catch (error) {
    if (!isTaken(error, 'courses_slug_key')) throw error
    return save(`${slug}-${newSuffix()}`)
  }
}
