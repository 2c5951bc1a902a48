import { enqueue } from '../../jobs/enqueue.ts'
import type { Erasure, User } from '../../models/index.ts'
import { StripeRedaction, StripeTrace } from '../../models/index.ts'
import { dueAfter } from './traces.ts'

/**
 * Has Stripe forget a leaver: their cards at once, and all it knows of what they paid, or began to pay, once that is old
 * enough. It is known here by the random id of their receipt, which shows it. Part of an erasure, in its transaction,
 * which keeps whoever writes a trace waiting (P24, P28).
 */
export async function leavePayments(person: User, { id: subjectId }: Erasure, now: Date) {
  const traces = await StripeTrace.findAll({ where: { memberId: person.id }, order: ['id'] })
  if (traces.length === 0) return

  const kinds = Map.groupBy(traces, ({ kind }) => kind)
  const objects = Object.fromEntries([...kinds].map(([kind, these]) => [kind, these.map(({ object }) => object)]))
  const last = Math.max(...traces.map(({ createdAt }) => createdAt.getTime()))
  const { id } = await StripeRedaction.create({ subjectId, objects, dueAt: dueAfter(new Date(last)), createdAt: now })
  if (kinds.has('customers')) await enqueue('delete-customers', { redaction: id })
}
