import { enqueue } from '../../jobs/enqueue.ts'
import type { User } from '../../models/index.ts'
import { endOrder, pendingOrderOf } from './orders.ts'

/** Ends what a leaver has begun to pay. The page at Stripe goes by a task: an erasure waits for nobody. */
export async function leaveCart(person: User) {
  const order = await pendingOrderOf(person.id)
  if (!order || !(await endOrder(order))) return
  if (order.stripeSession) await enqueue('expire-checkout', { session: order.stripeSession })
}
