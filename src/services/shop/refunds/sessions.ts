import { eachOf } from '../../../lib/each-of.ts'
import { sql } from '../../../lib/sql.ts'
import { type Booking, OrderItem } from '../../../models/index.ts'
import type { RefundReason } from '../../../models/refund.ts'
import { isDisputed } from '../disputes/standing.ts'
import { giveBack } from './give-back.ts'

const reasons: Partial<Record<Booking['state'], RefundReason>> = {
  cancelled: 'cancelled',
  declined: 'declined',
  expired: 'expired',
  completed: 'mentor missing',
}

/**
 * Gives the share of the price back that a session's end calls for, or writes down that it took place. Part of ending or
 * closing it, in its transaction. While another refund of it is on its way, `giveBackOwed` does it later.
 */
export async function squareSession(booking: Booking, now: Date) {
  const { id: bookingId, state, refundPercent, endsAt } = booking
  const reason = reasons[state]
  if (booking.priceMinor === 0 || !reason) return
  const item = await OrderItem.findOne({ where: { bookingId } })
  if (!item) return

  if (refundPercent) await giveBack(item, { amountMinor: owed(item, refundPercent), reason }, now)
  else if (state === 'completed') await item.update({ deliveredAt: endsAt })
}

function owed({ totalMinor, backMinor }: OrderItem, percent: number) {
  return Math.round((totalMinor * percent) / 100) - backMinor
}

type Owed = { id: string; state: Booking['state']; percent: number }

/** What is still owed for sessions because another refund stood in its way. What came back is for a person to look at. */
export async function giveBackOwed(now: Date) {
  const { rows } = await sql<Owed>(
    `select i.id, b.state, b.refund_percent as percent from bookings b join order_items i on i.booking_id = b.id
     join orders o on o.id = i.order_id and o.state = 'paid'
     where b.refund_percent > 0 and b.state in ('cancelled', 'declined', 'expired', 'completed')
       and i.refunded_minor + i.lost_minor < round(i.total_minor * b.refund_percent / 100.0)
       and not exists (select from refunds r where r.order_item_id = i.id and r.state in ('pending', 'failed'))
       and not ${isDisputed('o.id')}`,
  )
  return eachOf(rows, async ({ id, state, percent }) => {
    const item = await OrderItem.findByPk(id, { rejectOnEmpty: true })
    await giveBack(item, { amountMinor: owed(item, percent), reason: reasons[state]! }, now)
  })
}
