import { Op } from 'sequelize'
import { enqueue } from '../../jobs/enqueue.ts'
import type { Erasure, User } from '../../models/index.ts'
import { Order, StripeCustomer, StripeRedaction } from '../../models/index.ts'

/** Stripe redacts no payment that is younger. */
const DAYS_BEFORE_REDACTION = 90
const DAY = 24 * 60 * 60 * 1000

/**
 * Has Stripe forget a leaver: their cards at once, and all it knows of what they paid once that was 90 days ago. It is
 * known here by the random id of their receipt, which shows it. Part of an erasure, in its transaction (P24, P28).
 */
export async function leavePayments(person: User, { id: subjectId }: Erasure, now: Date) {
  const known = await StripeCustomer.findAll({ where: { memberId: person.id } })
  const orders = await Order.findAll({ where: { buyerId: person.id, stripeSession: { [Op.ne]: null } } })
  const customers = known.map(({ customer }) => customer)
  if (customers.length === 0 && orders.length === 0) return

  const paid = orders.flatMap(({ paidAt }) => paidAt ?? [])
  const last = Math.max(...paid.map((instant) => instant.getTime()), now.getTime() - DAYS_BEFORE_REDACTION * DAY)
  const objects = {
    ...(customers.length > 0 && { customers }),
    ...(orders.length > 0 && { checkout_sessions: orders.map(({ stripeSession }) => stripeSession!) }),
    ...(paid.length > 0 && { payment_intents: orders.flatMap(({ stripePayment }) => stripePayment ?? []) }),
  }
  const { id } = await StripeRedaction.create({
    subjectId,
    objects,
    dueAt: new Date(last + DAYS_BEFORE_REDACTION * DAY),
    createdAt: now,
  })
  if (customers.length > 0) await enqueue('delete-customers', { redaction: id })
}
