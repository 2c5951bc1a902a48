import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { WishlistItem } from '../../models/index.ts'
import { courseAt } from '../catalog/course-page.ts'
import { basketOf } from './basket-of.ts'

/** From the wishlist to the cart. */
export async function move(req: Request, res: Response) {
  const course = await courseAt(req.params.course as string, req.user)
  await basketOf(req, res).add(course, new Date())
  await WishlistItem.destroy({ where: { memberId: currentUser(req).id, courseId: course.id } })
  res.seeOther('/cart?note=added')
}
