import { Order, StaffAction, type User } from '../../src/models/index.ts'
import { createCourse } from './course-factories.ts'
import { createUser } from './factories.ts'
import { bought, issue } from './invoices.ts'
import { anOrder, pay } from './payments.ts'
import {
  createCartItem,
  createDispute,
  createOrder,
  createOrderItem,
  createPayout,
  createRefund,
  createStripeCustomer,
} from './shop-factories.ts'
import type { openStripe } from './stripe.ts'

/** A shop in which somebody bought and gave back, is about to buy, and as a mentor has sold; our staff have it to look after. */
export async function houseShop(person: User) {
  const { id, role, isStaff } = person
  const buyerId = role === 'mentee' ? id : (await createUser()).id
  await createDispute({ buyerId, orderId: (await createOrderItem({ buyerId })).orderId })
  await createOrder({
    buyerId,
    ...{ state: 'expired', paidAt: null, keptFrom: null, stripeSession: null, stripePayment: null },
  })
  const { order, items } = await bought({ buyerId, paidAt: new Date() })
  await issue(order, new Date())
  const part = { buyerId, orderItemId: items[1]!.id, amountMinor: 100, taxMinor: 16 }
  await createRefund({ ...part, state: 'asked', words: 'I was ill', settledAt: null })
  await createRefund({ ...part, state: 'failed', settledAt: null })
  if (isStaff) await StaffAction.look(person, buyerId, 'a test of it', new Date())

  const closed = await createCourse({ status: 'closed' })
  for (const courseId of [(await createCourse()).id, closed.id])
    await createCartItem({ memberId: buyerId, courseId, priceSeenMinor: 4800 })

  if (role !== 'mentor') return
  const sold = await createOrderItem({ sellerId: id })
  await createPayout({ sellerId: id, orderItemId: sold.id, sentAt: new Date() })
}

/** A card of theirs that Stripe remembers. Answers where they came back to when they had paid. */
export async function paidByCard(account: ReturnType<typeof openStripe>, { id }: User) {
  const { customer } = await pay(account, undefined, anOrder({ rememberCard: true }))
  await createStripeCustomer({ memberId: id, customer: customer! })
  const paid = await Order.findOne({ where: { buyerId: id, state: 'paid' } })
  return paid ? [`/checkout/return?order=${paid.id}`] : []
}
