import { sequelize } from '../../db/sequelize.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { sql } from '../../lib/sql.ts'
import { Course, CourseSection, Lesson } from '../../models/index.ts'
import { isEmptyLesson } from './check-list.ts'

/** One step, or to a place counted from 0, in another section where one is named. */
export type Move = { direction?: 'up' | 'down'; to?: number; section?: string }

/** So much stands on one page, and is read whole by everyone who learns. */
const MOST_SECTIONS = 50
const MOST_LESSONS = 300

type Place = { section: string; lessons: string[] }

/** Sections and lessons in the order their author wants. Whoever changes it waits for whoever began before. */
export class OutlineService {
  /** Every section with its lessons, archived ones too, in one statement. */
  of({ id: courseId }: Course) {
    const isEmpty = sequelize.literal(isEmptyLesson('"lessons"'))
    return CourseSection.findAll({
      attributes: ['id', 'title'],
      where: { courseId },
      order: ['position', ['lessons', 'position', 'asc']],
      include: {
        association: 'lessons',
        attributes: ['id', 'title', 'kind', 'isPreview', 'archivedAt', [isEmpty, 'isEmpty']],
        include: [{ association: 'video', attributes: ['state', 'seconds'] }],
      },
    })
  }

  /** @throws Conflict where it has as many as fit */
  addSection(course: Course, title: string) {
    return inTurn(course.id, async () => {
      if ((await CourseSection.count({ where: { courseId: course.id } })) >= MOST_SECTIONS)
        throw new Conflict(`A course has ${MOST_SECTIONS} sections at most.`)
      const position = await behindLast('course_sections', 'course_id', course.id)
      return CourseSection.create({ courseId: course.id, authorId: course.authorId, title, position })
    })
  }

  /** @throws Conflict where the course has as many as fit, with those that are put away */
  addLesson(section: CourseSection, lesson: Pick<Lesson, 'title' | 'kind'>) {
    const { courseId, authorId, id: sectionId } = section
    return inTurn(courseId, async () => {
      if ((await Lesson.count({ where: { courseId } })) >= MOST_LESSONS)
        throw new Conflict(`A course has ${MOST_LESSONS} lessons at most, also counting those that are put away.`)
      const position = await behindLast('lessons', 'section_id', sectionId)
      return Lesson.create({ ...lesson, courseId, authorId, sectionId, position })
    })
  }

  moveSection({ id, courseId }: CourseSection, { direction, to }: Move) {
    return inTurn(courseId, async () => {
      const ids = (await placesIn(courseId)).map(({ section }) => section)
      const from = ids.indexOf(id)
      const wanted = to ?? from + stepOf(direction)
      await sql(`update course_sections set position = place - 1 ${inThisOrder} where course_sections.id = wanted.id`, {
        ids: ids.filter((one) => one !== id).toSpliced(Math.max(0, wanted), 0, id),
      })
    })
  }

  /** A step up from the first of a section leads to the end of the one before, and down from the last into the next. */
  moveLesson({ id, courseId }: Lesson, move: Move) {
    return inTurn(courseId, async () => {
      const { section, lessons, at } = target(await placesIn(courseId), id, move)
      await sql(
        `update lessons set section_id = $section, position = place - 1 ${inThisOrder} where lessons.id = wanted.id`,
        { section, ids: lessons.filter((one) => one !== id).toSpliced(at, 0, id) },
      )
    })
  }

  /** @throws Conflict where lessons stand in it, archived ones too */
  removeSection({ id, courseId }: CourseSection) {
    return inTurn(courseId, async () => {
      if (await Lesson.count({ where: { sectionId: id } })) throw new Conflict('Move its lessons elsewhere first.')
      await CourseSection.destroy({ where: { id } })
    })
  }
}

export const outlineService = new OutlineService()

const inThisOrder = 'from unnest($ids::uuid[]) with ordinality as wanted (id, place)'

function inTurn<T>(courseId: string, work: () => Promise<T>) {
  return sequelize.transaction(async () => {
    await Course.findByPk(courseId, { attributes: ['id'], lock: true })
    return work()
  })
}

async function placesIn(courseId: string) {
  const { rows } = await sql<Place>(
    `select s.id as section, coalesce(array_agg(l.id order by l.position) filter (where l.id is not null), '{}') as lessons
     from course_sections s left join lessons l on l.section_id = s.id
     where s.course_id = $courseId group by s.id order by s.position`,
    { courseId },
  )
  return rows
}

/** Where a lesson is to stand: among which others, and before how many of them. */
function target(places: Place[], id: string, { direction, to, section }: Move) {
  const here = places.findIndex(({ lessons }) => lessons.includes(id))
  if (here < 0) throw new NotFound('lesson')
  const { lessons } = places[here]!
  if (section !== undefined) return { ...placeOf(places, section), at: to ?? Number.POSITIVE_INFINITY }

  const from = lessons.indexOf(id)
  const wanted = to ?? from + stepOf(direction)
  const [before, behind] = [places[here - 1], places[here + 1]]
  if (to === undefined && wanted < 0 && before) return { ...before, at: before.lessons.length }
  if (to === undefined && wanted >= lessons.length && behind) return { ...behind, at: 0 }
  return { ...places[here]!, at: Math.max(0, wanted) }
}

function placeOf(places: Place[], section: string) {
  const found = places.find((place) => place.section === section)
  if (!found) throw new NotFound('section')
  return found
}

function stepOf(direction: Move['direction']) {
  return { up: -1, down: 1, none: 0 }[direction ?? 'none']
}

async function behindLast(table: 'course_sections' | 'lessons', within: string, id: string) {
  const last = `select coalesce(max(position) + 1, 0) as next from ${table} where ${within} = $id`
  return (await sql<{ next: number }>(last, { id })).rows[0]!.next
}
