import { CartItem, type User } from '../../models/index.ts'
import { MOST_IN_CART } from './cart.ts'
import { linesOfMember, linesOfVisitor, type Seen } from './cart-lines.ts'
import { chooseCoupon, couponChosenBy, couponOf } from './coupons.ts'

/**
 * Brings what somebody chose as a visitor into the cart of their account, at the prices they saw. What they own already,
 * teach themselves or cannot buy any more stays out, and so does what does not fit in; answers what did.
 */
export async function mergeCart(member: User, { courses, code }: { courses: Seen[]; code?: string }, now: Date) {
  if (code) await bringCoupon(member, code, now)
  const there = await linesOfMember(member.id, now)
  const brought = await linesOfVisitor(courses, now, member.id)
  const fresh = brought.filter(({ id, gone }) => !gone && !there.some((line) => line.id === id))
  const fitting = fresh.slice(0, Math.max(0, MOST_IN_CART - there.length))

  const items = fitting.map(({ id, seenMinor, currency }) => ({
    ...{ memberId: member.id, courseId: id, priceSeenMinor: seenMinor },
    ...{ currency, createdAt: now },
  }))
  await CartItem.bulkCreate(items, { ignoreDuplicates: true })
  return { left: brought.filter(({ gone }) => gone), over: fresh.length - fitting.length }
}

async function bringCoupon({ id }: User, code: string, now: Date) {
  const found = (await couponChosenBy(id)) ? undefined : await couponOf(code, id)
  if (found) await chooseCoupon(id, found.coupon, now)
}
