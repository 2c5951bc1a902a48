import fc from 'fast-check'
import { LessonProgress } from '../../../src/models/index.ts'
import { progressService } from '../../../src/services/learning/progress-service.ts'
import { learner } from '../../support/learner.ts'

describe('What was seen of a video', () => {
  it('is the same seconds in whatever pieces and order they are reported', async () => {
    const alice = await learner()
    const range = fc
      .tuple(fc.nat(70), fc.nat(70))
      .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)])
    const where = { course: alice.course.slug, lesson: alice.film.id }

    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 12 }), async (ranges) => {
        await LessonProgress.destroy({ where: {} })
        for (const one of ranges)
          await progressService.beat(alice.user, where, { position: 0, ranges: [one] }, new Date())
        const seconds = new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)))
        const seen = [
          ...(await LessonProgress.findOne({ rejectOnEmpty: true })).watched.matchAll(/(\d+),(\d+)/g),
        ].reduce((sum, [, a, b]) => sum + Number(b) - Number(a), 0)
        return seen === [...seconds].filter((second) => second < 60).length
      }),
      { numRuns: 25 },
    )
  })
})
