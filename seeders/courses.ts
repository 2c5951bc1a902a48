import { createHash } from 'node:crypto'
import { v4, v7 } from 'uuid'
import { files } from '../src/gateways/files.ts'
import { Course, CourseSection, Lesson, LessonFile, Video } from '../src/models/index.ts'
import type { CourseSeed, LessonSeed } from './courses/course-seed.ts'
import { coursesOf } from './courses/index.ts'
import { daysBefore } from './days.ts'
import { pageOf } from './pdf.ts'
import type { Cast } from './people.ts'

/** A course as it was written down, and the ids that it got. */
export type Taught = CourseSeed & { id: string; by: string; outline: (LessonSeed & { id: string })[] }

/** The courses of the demo: a statement a table, however many there are. Bunny's names for their videos are made up. */
export async function seedCourses(cast: Cast, now: Date): Promise<Taught[]> {
  const taught = Object.entries(coursesOf).flatMap(([by, courses]) =>
    courses.map((course) => ({ ...course, by, id: v7(), outline: [] as Taught['outline'] })),
  )
  await Course.bulkCreate(taught.map((course) => courseRow(course, cast, now)))

  const sections = taught.flatMap((course) =>
    Object.keys(course.lessons).map((title, position) => {
      return { id: v7(), courseId: course.id, authorId: cast.id(course.by), position, title }
    }),
  )
  await CourseSection.bulkCreate(sections)

  const lessons = taught.flatMap((course) => outlineOf(course, sections, cast, now))
  await Lesson.bulkCreate(lessons.map(({ seed, ...lesson }) => ({ ...lesson, ...wordsOf(seed) })))
  await Video.bulkCreate(
    lessons.flatMap(({ id, authorId, seed, createdAt }) => {
      return 'seconds' in seed
        ? [{ lessonId: id, authorId, guid: v4(), state: 'ready' as const, seconds: seed.seconds, createdAt }]
        : []
    }),
  )
  await LessonFile.bulkCreate(
    await Promise.all(
      lessons.flatMap(({ id, authorId, seed, createdAt }) => {
        return 'file' in seed
          ? [keep(seed.file, seed.holds).then((kept) => ({ lessonId: id, authorId, createdAt, ...kept }))]
          : []
      }),
    ),
  )
  return taught
}

function courseRow(course: Taught, cast: Cast, now: Date) {
  const { id, by, slug, title, summary, description, topic, level, euros, days, isDraft, closed } = course
  return {
    ...{ id, authorId: cast.id(by), slug, title, summary, description, topic, level, priceMinor: euros * 100 },
    outcomes: course.outcomes.join('\n'),
    status: isDraft ? ('draft' as const) : closed ? ('closed' as const) : ('published' as const),
    createdAt: daysBefore(now, days + 14),
    publishedAt: isDraft ? null : daysBefore(now, days),
    closedAt: closed ? daysBefore(now, closed) : null,
  }
}

type Section = { id: string; courseId: string; position: number; title: string }

/** Every lesson in its chapter; the first of all is free to see. */
function outlineOf(course: Taught, sections: Section[], cast: Cast, now: Date) {
  return Object.values(course.lessons).flatMap((lessons, chapter) => {
    const section = sections.find(({ courseId, position }) => courseId === course.id && position === chapter)!
    return lessons.map((seed, position) => {
      const id = v7()
      course.outline.push({ ...seed, id })
      return {
        ...{
          id,
          courseId: course.id,
          sectionId: section.id,
          authorId: cast.id(course.by),
          position,
          title: seed.title,
        },
        ...{ seed, isPreview: chapter === 0 && position === 0, createdAt: daysBefore(now, course.days + 7) },
      }
    })
  })
}

function wordsOf(seed: LessonSeed) {
  if ('text' in seed) return { kind: 'text' as const, body: seed.text }
  if ('file' in seed) return { kind: 'file' as const, body: seed.below }
  return { kind: 'video' as const, body: seed.below ?? '', transcript: seed.transcript, captions: seed.captions }
}

/** Puts a file into storage and answers what its row says about it. */
async function keep(name: string, holds: string) {
  const isPdf = name.endsWith('.pdf')
  const content = isPdf ? await pageOf(holds) : Buffer.from(holds)
  const storageKey = files.newKey()
  await files.put(storageKey, content)
  return {
    ...{ storageKey, name, mediaType: isPdf ? 'application/pdf' : 'text/plain', bytes: content.length },
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}
