import { v4 } from 'uuid'
import {
  CartItem,
  Coupon,
  CouponUse,
  Dispute,
  Order,
  OrderItem,
  Payout,
  Refund,
  SellerAccount,
  StripeCustomer,
  StripeTrace,
} from '../../src/models/index.ts'
import { createCourse, idOr, type Some } from './course-factories.ts'
import { createUser } from './factories.ts'

/** Each factory makes a row that is valid by itself; a test names only what it cares about. */

let sequence = 0
const aMentor = () => createUser({ role: 'mentor' })

/** Paid today, for 49 euros, in Germany. */
export async function createOrder(overrides: Some<Order> = {}) {
  const now = new Date()
  return Order.create({
    number: `T-${String(++sequence).padStart(6, '0')}`,
    buyerId: await idOr(overrides.buyerId, createUser),
    state: 'paid',
    currency: 'EUR',
    totalMinor: 4900,
    taxMinor: 782,
    country: 'DE',
    clientToken: v4(),
    stripeSession: `cs_test_${v4()}`,
    stripePayment: `pi_test_${v4()}`,
    expiresAt: now,
    paidAt: now,
    keptFrom: `${now.getUTCFullYear()}-12-31`,
    ...overrides,
  })
}

export async function createOrderItem(overrides: Some<OrderItem> = {}) {
  const buyerId = overrides.buyerId ?? (await createUser()).id
  return OrderItem.create({
    orderId: overrides.orderId ?? (await createOrder({ buyerId })).id,
    sellerId: await idOr(overrides.sellerId, aMentor),
    kind: 'course',
    title: 'Joints that hold',
    priceMinor: 4900,
    totalMinor: 4900,
    taxRate: 1900,
    taxMinor: 782,
    feeMinor: 1470,
    deliveredAt: new Date(),
    ...overrides,
    buyerId,
  })
}

export async function createCartItem(overrides: Some<CartItem> = {}) {
  const { bookingId, courseId = bookingId ? null : (await createCourse()).id } = overrides
  const memberId = (await idOr(overrides.memberId, createUser))!
  return CartItem.create({ priceSeenMinor: 4900, currency: 'EUR', ...overrides, memberId, courseId })
}

/** A tenth off. */
export function createCoupon(overrides: Some<Coupon> = {}) {
  return Coupon.create({ code: `TENTH-${++sequence}`, percent: overrides.amountMinor ? null : 10, ...overrides })
}

export async function createCouponUse(overrides: Some<CouponUse> = {}) {
  const couponId = overrides.couponId ?? (await createCoupon()).id
  return CouponUse.create({ ...overrides, couponId, memberId: (await idOr(overrides.memberId, createUser))! })
}

/** All of a line, back with its buyer. */
export async function createRefund(overrides: Some<Refund> = {}) {
  const buyerId = await idOr(overrides.buyerId, createUser)
  const orderItemId = overrides.orderItemId ?? (await createOrderItem()).id
  return Refund.create({
    amountMinor: 4900,
    taxMinor: 782,
    state: 'succeeded',
    reason: 'changed mind',
    stripeRefund: `re_test_${v4()}`,
    settledAt: new Date(),
    ...overrides,
    buyerId,
    orderItemId,
  })
}

export async function createDispute(overrides: Some<Dispute> = {}) {
  return Dispute.create({
    orderId: overrides.orderId ?? (await createOrder()).id,
    stripeDispute: `du_test_${v4()}`,
    reason: 'product_not_received',
    amountMinor: 4900,
    currency: 'EUR',
    evidenceDueAt: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000),
    ...overrides,
    buyerId: await idOr(overrides.buyerId, createUser),
  })
}

export async function createStripeCustomer(overrides: Some<StripeCustomer> = {}) {
  const memberId = (await idOr(overrides.memberId, createUser))!
  return StripeCustomer.create({ customer: `cus_test_${v4()}`, ...overrides, memberId })
}

export async function createStripeTrace(overrides: Some<StripeTrace> = {}) {
  const memberId = (await idOr(overrides.memberId, createUser))!
  return StripeTrace.create({ kind: 'checkout_sessions', object: `cs_test_${v4()}`, ...overrides, memberId })
}

export async function createSellerAccount(overrides: Some<SellerAccount> = {}) {
  const sellerId = (await idOr(overrides.sellerId, aMentor))!
  return SellerAccount.create({ account: `acct_test_${v4()}`, ...overrides, sellerId })
}

export async function createPayout(overrides: Some<Payout> = {}) {
  const sellerId = await idOr(overrides.sellerId, aMentor)
  const orderItemId = overrides.orderItemId ?? (await createOrderItem()).id
  return Payout.create({ amountMinor: 3500, currency: 'EUR', ...overrides, sellerId, orderItemId })
}
