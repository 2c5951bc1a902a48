import type { Request, Response } from 'express'
import { keepVisitorCart, type VisitorCart, visitorCartOf } from '../../middleware/visitor-cart.ts'
import type { Coupon, Course } from '../../models/index.ts'
import { type Basket, checkFits } from '../../services/shop/basket.ts'
import { Cart } from '../../services/shop/cart.ts'
import { linesOfVisitor } from '../../services/shop/cart-lines.ts'
import { couponOf } from '../../services/shop/coupons.ts'

/** The cart of somebody without an account: in their own browser, and nowhere else. */
export class VisitorBasket implements Basket {
  private readonly res: Response
  private readonly cart: VisitorCart

  constructor(req: Request, res: Response) {
    this.res = res
    this.cart = visitorCartOf(req)
  }

  async contents(now: Date) {
    const { courses, code } = this.cart
    const lines = linesOfVisitor(courses, now)
    return new Cart(await lines, code ? await couponOf(code, null) : undefined, now)
  }

  async add(course: Course, now: Date) {
    const contents = await this.contents(now)
    checkFits(contents, course)
    const still = this.cart.courses.filter(({ id }) =>
      [...contents.lines, ...contents.gone].some((line) => line.id === id),
    )
    if (still.some(({ id }) => id === course.id)) return
    this.keep([...still, { id: course.id, seenMinor: course.priceMinor }])
  }

  async remove(id: string) {
    this.keep(this.cart.courses.filter((course) => course.id !== id))
  }

  async agree(now: Date) {
    const { lines } = await this.contents(now)
    this.keep(lines.map(({ id, priceMinor }) => ({ id, seenMinor: priceMinor })))
  }

  async choose({ code }: Coupon) {
    this.keep(this.cart.courses, code)
  }

  async leave() {
    keepVisitorCart(this.res, { courses: this.cart.courses })
  }

  private keep(courses: VisitorCart['courses'], code = this.cart.code) {
    keepVisitorCart(this.res, courses.length > 0 ? { courses, code } : { courses })
  }
}
