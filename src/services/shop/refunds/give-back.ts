import { literal } from 'sequelize'
import { together } from '../../../db/together.ts'
import { enqueue } from '../../../jobs/enqueue.ts'
import { sql } from '../../../lib/sql.ts'
import { Enrolment, OrderItem, Refund } from '../../../models/index.ts'
import type { RefundReason } from '../../../models/refund.ts'
import { sharesOf } from './shares.ts'

type Wanted = { amountMinor: number; reason: RefundReason; words?: string | null; decidedBy?: string }

/**
 * Gives money back for a line: what is wanted, as far as it is left. Part of whatever is the reason for it, in its
 * transaction; the queue then tells Stripe, under the id of the refund, so that it goes once. Whoever gets all back has the
 * course no more; their progress stays. Null where nothing is left, or another refund of the line is on its way or came
 * back: then that one is sent again.
 */
export function giveBack({ id }: { id: string }, wanted: Wanted, now: Date): Promise<Refund | null> {
  return together(async () => {
    const item = await OrderItem.findByPk(id, { lock: true, rejectOnEmpty: true })
    const open = await openRefundOf(item)
    const amountMinor = Math.min(wanted.amountMinor, item.leftMinor)
    if (amountMinor <= 0 || ['pending', 'failed'].includes(open?.state ?? '')) return null

    const { taxMinor } = sharesOf(item, amountMinor, await wentBack(item))
    await take(item, amountMinor, now)
    const about = { orderItemId: id, buyerId: item.buyerId, createdAt: now }
    const refund = open ?? Refund.build({ ...about, amountMinor, taxMinor, state: 'pending', reason: wanted.reason })
    refund.set({ ...wanted, words: open?.words ?? wanted.words ?? null, amountMinor, taxMinor, state: 'pending' })
    await refund.save()
    await letSend(refund)
    return refund
  })
}

/** Counts what goes back, which the database lets come to no more than was paid, and takes back what was given for it. */
export async function take(item: OrderItem, amountMinor: number, now: Date) {
  await item.increment({ refundedMinor: amountMinor })
  await item.reload()
  if (item.leftMinor > 0) return
  await Enrolment.update({ revokedAt: now }, { where: { orderItemId: item.id, revokedAt: null } })
}

/** It is left for another refund, and what was given for it is open again, unless they have it otherwise by now. */
export async function release(item: OrderItem, amountMinor: number) {
  await item.decrement({ refundedMinor: amountMinor })
  await sql(
    `update enrolments e set revoked_at = null where order_item_id = $id and revoked_at is not null and not exists (
       select from enrolments where learner_id = e.learner_id and course_id = e.course_id and revoked_at is null)`,
    { id: item.id },
  )
}

/** Lets the queue tell Stripe. */
export function letSend({ id }: { id: string }) {
  return enqueue('send-refund', { refund: id }, { key: `refund:${id}` })
}

/** One that came back and has to be sent again; or else asked for or on its way, of which there is one at most. */
function openRefundOf({ id }: { id: string }) {
  const where = { orderItemId: id, state: ['asked', 'pending', 'failed'] }
  return Refund.findOne({ where, order: [[literal("state = 'failed'"), 'desc']] })
}

/** What of a line went back, or is on its way. */
export async function wentBack({ id }: { id: string }) {
  const { rows } = await sql<{ amountMinor: number; taxMinor: number }>(
    `select coalesce(sum(amount_minor), 0)::int as "amountMinor", coalesce(sum(tax_minor), 0)::int as "taxMinor"
     from refunds where order_item_id = $id and state in ('pending', 'succeeded')`,
    { id },
  )
  return rows[0]!
}
