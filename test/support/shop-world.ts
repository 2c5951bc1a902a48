import type { User } from '../../src/models/index.ts'
import { createCourse } from './course-factories.ts'
import { createCartItem, createDispute, createOrder, createOrderItem, createRefund } from './shop-factories.ts'
import type { Page } from './world.ts'

/**
 * Three purchases, one of them disputed, a cart that is being paid, and one that costs nothing and so needs no Stripe.
 * Answers the pages, and who finds them.
 */
export async function shopPages({ alice, mentor }: { alice: User; mentor: User }): Promise<Page[]> {
  const pending = { state: 'pending', paidAt: null, keptFrom: null, stripeSession: null, stripePayment: null } as const
  await createOrder({ ...pending, buyerId: alice.id })
  const bought = await createOrderItem({ buyerId: alice.id })
  await createCartItem({ memberId: mentor.id, courseId: (await createCourse()).id, priceSeenMinor: 0 })
  const item = await createOrderItem({ buyerId: alice.id })
  const { orderId } = item
  await createRefund({
    orderItemId: item.id,
    buyerId: alice.id,
    amountMinor: 100,
    taxMinor: 16,
    state: 'asked',
    settledAt: null,
  })
  const failed = { amountMinor: 100, taxMinor: 16, state: 'failed', settledAt: null } as const
  await createRefund({ orderItemId: item.id, buyerId: alice.id, ...failed })
  const disputed = await createOrderItem({ buyerId: alice.id })
  const dispute = await createDispute({ orderId: disputed.orderId, buyerId: alice.id })
  return [
    ['support', `/staff/orders/${orderId}`],
    ['support', `/staff/disputes/${dispute.id}`],
    ['mentor', '/checkout'],
    ['mentor', '/mentor/earnings'],
    ['alice', `/purchases/${bought.orderId}`],
    ['admin', '/staff/coupons'],
  ]
}
