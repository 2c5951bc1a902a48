import { together } from '../../db/together.ts'
import { Forbidden } from '../../errors.ts'
import { type Course, Enrolment, Review, ReviewVersion, type User } from '../../models/index.ts'
import { standingOf } from './review-standing.ts'
import { reviewsUnder } from './reviews-under.ts'

type Words = { rating: number; body: string | null }
type Where = { before?: unknown; at?: unknown }

/** What learners say of a course, and what its author answers. */
export class ReviewService {
  /** What stands under a course, and what a member who looks at it may do there: 2 statements, 4 for a member. */
  async section(course: Course, viewer: User | undefined, where: Where, now: Date) {
    const [page, mine, standing] = await Promise.all([
      reviewsUnder(course, where),
      viewer && Review.latestBy(viewer, course),
      viewer && standingOf(viewer, course, now),
    ])
    return { ...page, mine: mine ?? undefined, standing }
  }

  /**
   * Keeps what a learner says: one review for each enrolment, so that a second one changes the first, whose words then
   * stand among its earlier versions. Throws Forbidden with the reason while they may not.
   */
  async write(course: Course, writer: User, words: Words, now: Date) {
    const standing = await standingOf(writer, course, now)
    if (!standing.enrolmentId) throw new Forbidden(standing.because)
    const { enrolmentId } = standing

    return together(async () => {
      await Enrolment.findByPk(enrolmentId, { lock: true }) // whoever sends it twice waits here
      const review = await Review.findOne({ where: { enrolmentId }, lock: true }) // nor is it taken down meanwhile
      if (review) return rewrite(review, words, now)
      return Review.create({ courseId: course.id, enrolmentId, writerId: writer.id, ...words, createdAt: now })
    })
  }

  /** Deletes a review for its writer. Throws Forbidden for one that was taken down, be it at this moment. */
  async remove({ id }: Review) {
    await Review.destroy({ where: { id, removedAt: null } })
    if (await Review.count({ where: { id } }))
      throw new Forbidden('Your review was taken down. It stays with us in case you appeal.')
  }

  /** Puts the author's answer under a review, in place of the one before; null takes it away. */
  answer(review: Review, author: User, answer: string | null, now: Date) {
    const answered = answer ? { authorId: author.id, answer, answeredAt: now } : null
    return review.update(answered ?? { authorId: null, answer: null, answeredAt: null })
  }
}

export const reviewService = new ReviewService()

async function rewrite(review: Review, words: Words, now: Date) {
  if (review.isRemoved) throw new Forbidden('Your review was taken down, so it cannot be changed. You can appeal.')
  const { id: reviewId, writerId, rating, body, createdAt, editedAt } = review
  if (rating === words.rating && body === words.body) return review

  await ReviewVersion.create({ reviewId, writerId, rating, body, createdAt: editedAt ?? createdAt })
  return review.update({ ...words, editedAt: now })
}
