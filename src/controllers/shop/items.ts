import type { Request, Response } from 'express'
import { validate } from 'uuid'
import { NotFound } from '../../errors.ts'
import { itemForm } from '../../forms/shop/cart.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Course } from '../../models/index.ts'
import { keep } from '../../services/catalog/wishlist.ts'
import { courseAt } from '../catalog/course-page.ts'
import { basketOf } from './basket-of.ts'
import { renderCart } from './cart-page.ts'

export async function create(req: Request, res: Response) {
  const form = itemForm.read(req.body)
  if (!form.valid) return renderCart(req, res.status(422), form)

  await basketOf(req, res).add(await courseAt(form.values.course, req.user), new Date())
  res.seeOther('/cart?note=added')
}

export async function destroy(req: Request, res: Response) {
  await basketOf(req, res).remove(idOf(req), new Date())
  res.seeOther('/cart?note=removed')
}

/** From the cart to the wishlist. */
export async function move(req: Request, res: Response) {
  const now = new Date()
  const course = await find(Course, { id: idOf(req) }, { include: 'author' })
  await keep(currentUser(req), course, now)
  await basketOf(req, res).remove(course.id, now)
  res.seeOther('/cart?note=kept')
}

function idOf(req: Request) {
  const { id } = req.params
  if (!validate(id)) throw new NotFound('thing in your cart')
  return id as string
}
