import type { User } from '../../src/models/index.ts'
import { createCourse, createLesson } from './course-factories.ts'
import { createComment, createEnrolment, createReview } from './learning-factories.ts'

const longAgo = new Date('2026-01-01')

/** What a learner and an author have to have said so that each form about it stands somewhere. Answers their pages. */
export async function wordsPages(learner: User, author: User) {
  const { id: courseId, slug } = await createCourse({ authorId: author.id })
  const { id: lessonId } = await createLesson({ courseId })
  const enrolment = await createEnrolment({ learnerId: learner.id, courseId, createdAt: longAgo })
  await createReview({ courseId, writerId: learner.id, enrolmentId: enrolment.id })
  const own = await createComment({ lessonId, writerId: learner.id })
  await createComment({ lessonId, writerId: author.id, parentId: own.id })

  const [reviews, lesson] = [`/courses/${slug}/reviews`, `/learn/${slug}/${lessonId}`]
  return {
    learner: [reviews, lesson, `${lesson}/comments`, `${lesson}/comments/${own.id}`],
    author: [reviews],
  }
}
