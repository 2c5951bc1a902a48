import { sequelize } from '../../db/sequelize.ts'
import { newReference } from '../../lib/reference.ts'
import { sql } from '../../lib/sql.ts'
import { Order, OrderItem, type User } from '../../models/index.ts'
import type { Cart } from './cart.ts'
import { CouponRefused, reserveCoupon } from './coupons.ts'
import { MemberBasket } from './member-basket.ts'
import { payBy, prolongHolds } from './orders.ts'
import { rateOf } from './tax.ts'

/** The terms that are agreed to at the checkout, by the day from which they are in force. */
export const TERMS_VERSION = '2026-11-23'

export type Billing = Pick<
  Order,
  'country' | 'rememberCard' | 'clientToken' | 'buyerName' | 'buyerAddress' | 'company' | 'companyAddress' | 'vatId'
> & {
  /** What the page has shown of each line. */
  agreed: string
}

export type Refused = { field: string; sentence: string }

const changed = { field: 'form', sentence: 'Something has changed while you looked. Here is what it comes to now' }
const mixed = { field: 'form', sentence: 'Your cart has prices in two currencies. Please buy one after the other' }

/**
 * Makes an order of somebody's cart, with prices, tax and coupon as they are now; or says what stands against it, and does
 * nothing. What it comes to has to be what they were shown.
 */
export async function placeOrder(member: User, billing: Billing, now: Date): Promise<Order | Refused> {
  try {
    return await sequelize.transaction(() => place(member, billing, now))
  } catch (error) {
    if (error instanceof CouponRefused) return { field: 'form', sentence: error.message }
    throw error
  }
}

async function place(member: User, { agreed, ...billing }: Billing, now: Date) {
  await sql('select from users where id = $id for no key update', { id: member.id })
  const basket = new MemberBasket(member)
  const cart = await basket.contents(now)
  const taxRate = await rateOf(billing.country, now)
  const { lines, totalMinor, discountMinor, taxMinor, shown } = cart.pricesAt(taxRate)
  if (cart.isEmpty || shown !== agreed) return changed
  if (cart.isMixed) return mixed

  const order = await Order.create({
    ...{ number: newReference('OR'), buyerId: member.id, state: 'pending', currency: cart.currency },
    ...{ totalMinor, discountMinor, taxMinor, ...billing, termsVersion: TERMS_VERSION, attempt: 1 },
    ...{ createdAt: now, expiresAt: payBy(now) },
  })
  await OrderItem.bulkCreate(lines.map((line, place) => itemOf(cart, place, { ...line, taxRate }, order)))
  if (cart.chosen && discountMinor > 0) await reserveCoupon(cart.chosen.coupon, order, now)
  if (cart.lines.some(({ kind }) => kind === 'session')) await prolongHolds(order)
  if (cart.changed.length > 0) await basket.agree()
  return order
}

type Priced = ReturnType<Cart['pricesAt']>['lines'][number] & { taxRate: number }

function itemOf(cart: Cart, place: number, priced: Priced, { id: orderId, buyerId, createdAt }: Order) {
  const { kind, id, title, sellerId } = cart.lines[place]!
  const thing = kind === 'course' ? { courseId: id } : { bookingId: id }
  return { ...{ orderId, buyerId, sellerId, kind, title, ...thing, createdAt }, ...priced }
}
