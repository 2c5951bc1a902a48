import type { User } from '../../src/models/index.ts'
import { createCourse, createLesson, createSection, createVideo } from './course-factories.ts'
import { createCertificate, createEnrolment, createProgress } from './learning-factories.ts'

/** What a learner has to have so that each form about learning stands somewhere. Answers the pages. */
export async function learningPages({ id: learnerId }: User) {
  const course = await createCourse()
  const section = await createSection({ courseId: course.id })
  const film = await createLesson({ sectionId: section.id, kind: 'video', transcript: 'Look at the end of the board.' })
  await createVideo({ lessonId: film.id })
  await createLesson({ sectionId: section.id })
  await createProgress({ learnerId, lessonId: film.id, position: 20, watched: '{[0,20)}' })
  const place = await createEnrolment({ learnerId, courseId: course.id, finishedAt: new Date() })
  await createCertificate({ learnerId, enrolmentId: place.id })
  return [`/learn/${course.slug}/${film.id}`, `/learn/${course.slug}/finished`]
}
