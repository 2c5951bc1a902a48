import { Conflict, Forbidden, Gone } from '../../errors.ts'
import type { Coupon, Course } from '../../models/index.ts'
import { type Cart, MOST_IN_CART } from './cart.ts'

/** Where a cart is kept: a visitor's in their browser, a member's in the database. Each can be changed in the same ways. */
export interface Basket {
  contents(now: Date): Promise<Cart>
  /** Puts a course in once, with the price it has now. */
  add(course: Course, now: Date): Promise<void>
  /** Takes out a course or a session by its id, and lets go of a time that was held; what is not there is no mistake. */
  remove(id: string, now: Date): Promise<void>
  /** Takes the prices that everything has now for the ones its owner has seen. */
  agree(now: Date): Promise<void>
  /** Lays a coupon in, in place of the one before. */
  choose(coupon: Coupon, now: Date): Promise<void>
  /** Takes the coupon out. */
  leave(): Promise<void>
}

/** @throws Gone where a course is no longer offered, Forbidden where it is one's own, Conflict where the cart is full */
export function checkFits(cart: Cart, course: Course, viewer?: { id: string }) {
  if (!course.isOffered) throw new Gone('This course is no longer offered.')
  if (course.isBy(viewer)) throw new Forbidden('This is your own course. It is for others to buy.')
  const all = [...cart.lines, ...cart.gone]
  if (all.some(({ id }) => id === course.id)) return
  if (all.length >= MOST_IN_CART)
    throw new Conflict(`Your cart holds ${MOST_IN_CART} things. Buy some of them first, or take one out.`)
  if (!cart.isEmpty && cart.currency !== course.currency)
    throw new Conflict('What is in your cart is paid in another currency. Buy that first.')
}
