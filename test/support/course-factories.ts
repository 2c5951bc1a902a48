import { createHash, randomBytes } from 'node:crypto'
import type { CreationAttributes, Model } from 'sequelize'
import { Course, CourseSection, Lesson, LessonFile, Video } from '../../src/models/index.ts'
import { createUser } from './factories.ts'

/** Each factory makes a row that is valid by itself; a test names only what it cares about. */

export type Some<M extends Model> = Partial<CreationAttributes<M>>

let sequence = 0
const next = () => ++sequence

/** A published course that costs nothing; its author is a mentor of its own. */
export async function createCourse(overrides: Some<Course> = {}) {
  const n = next()
  const { status = 'published' } = overrides
  return Course.create({
    authorId: (await idOr(overrides.authorId, () => createUser({ role: 'mentor' })))!,
    slug: `course-${n}`,
    title: `Course number ${n}`,
    summary: 'What this course is about, in one line.',
    description: 'A longer text about what happens in it.',
    outcomes: 'Cut a joint\nSharpen a chisel',
    topic: 'craft',
    level: 'beginner',
    status,
    publishedAt: status === 'draft' ? null : new Date(),
    closedAt: status === 'closed' ? new Date() : null,
    ...overrides,
  })
}

export async function createSection(overrides: Some<CourseSection> = {}) {
  const course = overrides.courseId ? await Course.findByPk(overrides.courseId) : await createCourse()
  const position = overrides.position ?? (await CourseSection.count({ where: { courseId: course!.id } }))
  return CourseSection.create({
    courseId: course!.id,
    authorId: course!.authorId,
    title: 'First steps',
    ...overrides,
    position,
  })
}

/** A text to read, at the end of its section. */
export async function createLesson(overrides: Some<Lesson> = {}) {
  const section = overrides.sectionId
    ? await CourseSection.findByPk(overrides.sectionId)
    : await createSection(overrides.courseId ? { courseId: overrides.courseId } : {})
  const position = overrides.position ?? (await Lesson.count({ where: { sectionId: section!.id } }))
  return Lesson.create({
    courseId: section!.courseId,
    sectionId: section!.id,
    authorId: section!.authorId,
    title: `Lesson ${next()}`,
    kind: 'text',
    body: 'Read this, and then do it.',
    ...overrides,
    position,
  })
}

/** A lesson with a video of a minute that is ready to be watched, unless told otherwise. */
export async function createVideo(overrides: Some<Video> = {}) {
  const lesson = overrides.lessonId ? await Lesson.findByPk(overrides.lessonId) : await createLesson({ kind: 'video' })
  const guid = `00000000-0000-4000-8000-${String(next()).padStart(12, '0')}`
  return Video.create({
    lessonId: lesson!.id,
    authorId: lesson!.authorId,
    guid,
    state: 'ready',
    seconds: 60,
    ...overrides,
  })
}

/** A row without its object: what needs the bytes puts them into storage itself. */
export async function createLessonFile(overrides: Some<LessonFile> = {}) {
  const lesson = overrides.lessonId ? await Lesson.findByPk(overrides.lessonId) : await createLesson({ kind: 'file' })
  return LessonFile.create({
    lessonId: lesson!.id,
    authorId: lesson!.authorId,
    storageKey: `test/${randomBytes(16).toString('hex')}`,
    name: 'drawing.pdf',
    mediaType: 'application/pdf',
    bytes: 3,
    sha256: createHash('sha256').update('abc').digest('hex'),
    ...overrides,
  })
}

/** The id that was named, null for nobody, or that of somebody new. */
export async function idOr(given: string | null | undefined, make: () => Promise<{ id: string }>) {
  return given === undefined ? (await make()).id : given
}
