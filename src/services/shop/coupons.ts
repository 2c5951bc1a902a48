import { v7 } from 'uuid'
import { money } from '../../lib/money.ts'
import { part } from '../../lib/prepared.ts'
import { sql } from '../../lib/sql.ts'
import { Coupon, CouponUse, type Order } from '../../models/index.ts'

/** A coupon as somebody finds it: `times` they have used it up, `used` by everyone else. */
export type Found = { coupon: Coupon; times: number; used: number }
type Bill = { subtotalMinor: number; currency: string }

/** Thrown inside the transaction of an order, which it rolls back. The message is for people. */
export class CouponRefused extends Error {}

const coupon = part(Coupon, 'c')
const sentences = {
  unknown: 'We know no coupon of that name',
  early: 'This coupon does not count yet',
  over: 'This coupon has ended',
  'used up': 'This coupon has been used as often as it could be',
  yours: 'You have used this coupon as often as one person may',
}

/** What a member keeps for an order that they are about to pay does not stand in their own way. */
const find = (where: string) => `
  select ${coupon.columns}, own.times, c.used - own.kept as used
  from coupons c cross join lateral (
    select count(*) filter (where u.state = 'redeemed' or o.state = 'processing')::int as times,
      count(*) filter (where u.state = 'reserved' and o.state = 'pending')::int as kept
    from coupon_uses u left join orders o on o.id = u.order_id where u.coupon_id = c.id and u.member_id = $member::uuid
  ) own where ${where}`

const byCode = find('c.code = $code')
const chosen = find(`c.id = (select coupon_id from coupon_uses where member_id = $member::uuid and state = 'chosen')`)

/** However it is typed: large letters or small. */
export const couponOf = (code: string, member: string | null) => foundBy(byCode, { code, member })

export const couponChosenBy = (member: string) => foundBy(chosen, { member })

/** The sentence that says why a coupon takes nothing off this bill, if it does not. */
export function refusalOf(found: Found | undefined, { subtotalMinor, currency }: Bill, now: Date) {
  if (!found) return sentences.unknown
  const { coupon, times, used } = found
  if (coupon.startsAt && coupon.startsAt > now) return sentences.early
  if (coupon.endsAt && coupon.endsAt <= now) return sentences.over
  if (coupon.most !== null && used >= coupon.most) return sentences['used up']
  if (times >= coupon.each) return sentences.yours
  if (coupon.currency && coupon.currency !== currency) return `This coupon is for what is paid in ${coupon.currency}`
  if (subtotalMinor < coupon.leastMinor) return `This coupon counts from ${money(coupon.leastMinor, currency)} on`
  return undefined
}

/** Lays a coupon into a member's cart, in place of the one before. */
export async function chooseCoupon(member: string, { id }: Coupon, now: Date) {
  await sql(
    `insert into coupon_uses (id, coupon_id, member_id, state, created_at) values ($use, $coupon, $member, 'chosen', $now)
     on conflict (member_id) where state = 'chosen' do update set coupon_id = excluded.coupon_id, created_at = excluded.created_at`,
    { use: v7(), coupon: id, member, now: now.toISOString() },
  )
}

export function leaveCoupon(memberId: string) {
  return CouponUse.destroy({ where: { memberId, state: 'chosen' } })
}

/**
 * Keeps a coupon for an order while it is paid, in its transaction: from now on it counts. Everyone who wants the same
 * waits here, so that no more come through than the coupon allows, in all and for each person.
 * @throws CouponRefused
 */
export async function reserveCoupon({ id: couponId }: Coupon, order: Order, now: Date) {
  const { rows } = await sql<{ each: number }>(
    'update coupons set used = used + 1 where id = $couponId and (most is null or used < most) returning each',
    { couponId },
  )
  if (rows.length === 0) throw new CouponRefused(sentences['used up'])
  const memberId = order.buyerId!
  const times = await CouponUse.count({ where: { couponId, memberId, state: ['reserved', 'redeemed'] } })
  if (times >= rows[0]!.each) throw new CouponRefused(sentences.yours)
  await CouponUse.create({ couponId, memberId, orderId: order.id, state: 'reserved', createdAt: now })
}

/** Lets go of what was kept for an order that nobody paid for: others may have it. Part of ending it. */
export async function releaseCoupon({ id }: Order) {
  await sql(
    `with let_go as (
       update coupon_uses set state = 'released' where order_id = $id and state = 'reserved' returning coupon_id
     ) update coupons set used = used - 1 from let_go where coupons.id = coupon_id`,
    { id },
  )
}

/**
 * It has been used for good, and lies in the cart no more. Also where it was let go before the money came: that counts
 * again, if need be beyond what the coupon allows. Part of settling an order.
 */
export async function redeemCoupon({ id, buyerId }: Order) {
  await sql(
    `with kept as (
       select id, coupon_id, state from coupon_uses where order_id = $id and state in ('reserved', 'released')
     ), redeemed as (
       update coupon_uses u set state = 'redeemed' from kept where u.id = kept.id
     ), counted as (
       update coupons set used = used + 1 from kept where coupons.id = kept.coupon_id and kept.state = 'released'
     )
     delete from coupon_uses u using kept
     where u.coupon_id = kept.coupon_id and u.member_id = $buyerId::uuid and u.state = 'chosen'`,
    { id, buyerId },
  )
}

async function foundBy(statement: string, bind: object): Promise<Found | undefined> {
  const { rows } = await sql<{ times: number; used: number }>(statement, { ...bind })
  return rows[0] && { ...rows[0], coupon: coupon.of(rows[0])! }
}
