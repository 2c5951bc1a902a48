import type { User } from '../../src/models/index.ts'
import { createCourse, createLesson, createLessonFile } from './course-factories.ts'
import { createReview, createWishlistItem } from './learning-factories.ts'
import { createCartItem, createCouponUse } from './shop-factories.ts'

/** A shelf with something of everything that a member can take, keep and look into. Answers the pages with their forms. */
export async function catalogPages({ id: memberId }: User) {
  const free = await createCourse({ description: '## Before\n\nA board and [a bench](https://bench.example).' })
  const preview = await createLesson({ courseId: free.id, isPreview: true, transcript: 'Put the saw down.' })
  await createLessonFile({ lessonId: preview.id })
  for (const rating of [5, 4, 2]) await createReview({ courseId: free.id, rating })
  const kept = await createCourse({ priceMinor: 3900 })
  await createWishlistItem({ memberId, courseId: kept.id })

  for (const { id } of [await createCourse({ priceMinor: 3900 }), await createCourse({ status: 'closed' })]) {
    await createCartItem({ memberId, courseId: id })
  }

  await createCouponUse({ memberId })

  return [`/courses/${free.slug}`, `/courses/${kept.slug}`, '/wishlist', '/cart']
}
