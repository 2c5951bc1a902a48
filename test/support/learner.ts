import type { CreationAttributes } from 'sequelize'
import type { Course } from '../../src/models/index.ts'
import { createCourse, createLesson, createSection, createVideo } from './course-factories.ts'
import { createUser } from './factories.ts'
import { createEnrolment } from './learning-factories.ts'
import { signedIn } from './visitor.ts'

/** Alice, signed in, with a place in a course of two lessons: a video of a minute, and a text. */
export async function learner(overrides: Partial<CreationAttributes<Course>> = {}) {
  const user = await createUser({ name: 'Alice Ashby' })
  const course = await createCourse({ title: 'Joints that hold', slug: 'joints', ...overrides })
  const section = await createSection({ courseId: course.id, title: 'The saw' })
  const film = await createLesson({ sectionId: section.id, title: 'Cutting to the line', kind: 'video' })
  const video = await createVideo({ lessonId: film.id })
  const text = await createLesson({ sectionId: section.id, title: 'What wood wants', body: 'It **moves**.' })
  const enrolment = await createEnrolment({ learnerId: user.id, courseId: course.id })
  const browser = await signedIn(user)
  const paths = { course: '/learn/joints', film: `/learn/joints/${film.id}`, text: `/learn/joints/${text.id}` }
  return { user, browser, course, section, film, video, text, enrolment, paths }
}

export type Learner = Awaited<ReturnType<typeof learner>>
