import { expect } from 'chai'
import { Conflict, Forbidden } from '../../../src/errors.ts'
import { Comment, Report, Review } from '../../../src/models/index.ts'
import { commentService } from '../../../src/services/words/comment-service.ts'
import { moderationService } from '../../../src/services/words/moderation-service.ts'
import { reviewService } from '../../../src/services/words/review-service.ts'
import { createUser } from '../../support/factories.ts'
import { createComment, createReport, createReview } from '../../support/learning-factories.ts'

const now = new Date()
const takenDown = { decision: 'uphold', reason: 'spam', note: null } as const

describe('Somebody who changes their words while these are already gone', () => {
  it('deletes a comment once, however often they press', async () => {
    const comment = await createComment()
    await createComment({ lessonId: comment.lessonId, parentId: comment.id })
    await Promise.all([1, 2, 3].map(() => commentService.remove(comment, now)))
    expect(await Comment.findByPk(comment.id)).to.include({ body: null, writerId: null })

    const other = await createComment()
    await Promise.all([1, 2, 3].map(() => commentService.remove(other, now)))
    expect(await Comment.findByPk(other.id)).to.equal(null)
  })

  it('is told so, and nothing is written into the gap', async () => {
    const comment = await createComment()
    await createComment({ lessonId: comment.lessonId, parentId: comment.id })
    await commentService.remove(comment, now)

    expect(await commentService.change(comment, 'Back again', now).catch((error) => error)).to.be.instanceOf(Conflict)
    expect(await Comment.findByPk(comment.id)).to.include({ body: null })
  })

  it('leaves what our staff took down at that moment as they saw it, with what was decided', async () => {
    const [comment, review] = [await createComment(), await createReview()]
    for (const about of [{ commentId: comment.id }, { reviewId: review.id }]) {
      await moderationService.decide(await createReport(about), await createUser(), takenDown, now)
    }

    await commentService.remove(comment, now)
    expect(await commentService.change(comment, 'Harmless', now).catch((error) => error)).to.be.instanceOf(Conflict)
    expect(await reviewService.remove(review).catch((error) => error)).to.be.instanceOf(Forbidden)
    expect((await Comment.findByPk(comment.id))!.body).to.equal(comment.body)
    expect(await Review.count()).to.equal(1)
    expect(await Report.count({ where: { state: 'upheld' } })).to.equal(2)
  })
})
