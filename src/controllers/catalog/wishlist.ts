import type { Request, Response } from 'express'
import { wishForm } from '../../forms/catalog/wish.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Course, WishlistItem } from '../../models/index.ts'
import { keep, wishlistOf } from '../../services/catalog/wishlist.ts'
import { courseAt } from './course-page.ts'

export async function index(req: Request, res: Response) {
  await renderWishlist(req, res)
}

export async function create(req: Request, res: Response) {
  const form = wishForm.read(req.body)
  if (!form.valid) return renderWishlist(req, res.status(422), form)

  const course = await courseAt(form.values.course, req.user)
  await keep(currentUser(req), course, new Date())
  req.flash('It is on your wishlist.')
  res.seeOther(`/courses/${course.slug}`)
}

export async function destroy(req: Request, res: Response) {
  const { id } = await find(Course, { slug: req.params.course })
  await WishlistItem.destroy({ where: { memberId: currentUser(req).id, courseId: id } })
  req.flash('It is off your wishlist.')
  res.seeOther('/wishlist')
}

async function renderWishlist(req: Request, res: Response, form = wishForm.blank()) {
  res.renderPage('catalog/wishlist/index', { wishes: await wishlistOf(currentUser(req)), form })
}
