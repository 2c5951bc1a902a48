import type { User } from '../../src/models/index.ts'
import { createCourse, createLesson } from './course-factories.ts'
import { createComment, createEnrolment, createReport, createReview } from './learning-factories.ts'

const longAgo = new Date('2026-01-01')

/** What a learner and an author have to have said so that each form about it stands somewhere. Answers their pages, and those of our staff. */
export async function wordsPages(learner: User, author: User) {
  const { id: courseId, slug } = await createCourse({ authorId: author.id })
  const { id: lessonId } = await createLesson({ courseId })
  const enrolment = await createEnrolment({ learnerId: learner.id, courseId, createdAt: longAgo })
  await createReview({ courseId, writerId: learner.id, enrolmentId: enrolment.id })
  const own = await createComment({ lessonId, writerId: learner.id })
  const answer = await createComment({ lessonId, writerId: author.id, parentId: own.id })
  const open = await createReport({ commentId: answer.id, words: 'Look at it.' })

  const removed = await createReview({ courseId, removedAt: longAgo, removedBecause: 'spam' })
  const upheld = await createReport({ reviewId: removed.id, state: 'upheld', decidedAt: longAgo })

  const [reviews, lesson] = [`/courses/${slug}/reviews`, `/learn/${slug}/${lessonId}`]
  return {
    learner: [
      reviews,
      lesson,
      `${lesson}/comments`,
      `${lesson}/comments/${own.id}`,
      `/reports/new?comment=${answer.id}`,
    ],
    author: [reviews],
    staff: [open, upheld].map(({ id }) => `/staff/reports/${id}`),
  }
}
