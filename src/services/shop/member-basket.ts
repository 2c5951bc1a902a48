import { Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { CartItem, type Coupon, type Course, type User } from '../../models/index.ts'
import { letGo } from '../mentoring/holds.ts'
import { type Basket, checkFits } from './basket.ts'
import { Cart } from './cart.ts'
import { linesOfMember } from './cart-lines.ts'
import { chooseCoupon, couponChosenBy, leaveCoupon } from './coupons.ts'
import { thaw } from './orders.ts'

/** The cart of somebody who has an account. Whatever takes something out or puts it in ends an order that is being paid. */
export class MemberBasket implements Basket {
  private readonly member: User

  constructor(member: User) {
    this.member = member
  }

  async contents(now: Date) {
    const { id } = this.member
    const [lines, found] = await Promise.all([linesOfMember(id, now), couponChosenBy(id)])
    return new Cart(lines, found, now)
  }

  async add(course: Course, now: Date) {
    await thaw(this.member.id)
    checkFits(await this.contents(now), course, this.member)
    const { id: courseId, priceMinor: priceSeenMinor, currency } = course
    const item = { memberId: this.member.id, courseId, priceSeenMinor, currency, createdAt: now }
    await CartItem.bulkCreate([item], { ignoreDuplicates: true })
  }

  async remove(id: string, now: Date) {
    await thaw(this.member.id)
    await CartItem.destroy({ where: { memberId: this.member.id, [Op.or]: [{ courseId: id }, { bookingId: id }] } })
    await letGo(this.member.id, id, now)
  }

  async agree() {
    await sql(
      `update cart_items set price_seen_minor = c.price_minor, currency = c.currency
       from courses c where c.id = course_id and member_id = $member`,
      { member: this.member.id },
    )
  }

  async choose(coupon: Coupon, now: Date) {
    await thaw(this.member.id)
    await chooseCoupon(this.member.id, coupon, now)
  }

  async leave() {
    await thaw(this.member.id)
    await leaveCoupon(this.member.id)
  }
}
