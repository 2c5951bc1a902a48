import { eachOf } from '../../../lib/each-of.ts'
import { sql } from '../../../lib/sql.ts'
import { Booking } from '../../../models/index.ts'
import { bookingService } from '../../mentoring/booking-service.ts'

/**
 * Ends what is ahead though all that was paid for it is with its buyer again: given by our staff, in Stripe's dashboard, or
 * taken by a bank. Both hear of it. Not part of the refund: whoever ends a session locks its mentor first.
 */
export async function endSessionsPaidBack(now: Date) {
  const { rows } = await sql<{ id: string }>(
    `select b.id from bookings b join order_items i on i.booking_id = b.id
     where b.state in ('requested', 'confirmed') and b.starts_at > $now::timestamptz
       and i.total_minor > 0 and i.refunded_minor + i.lost_minor = i.total_minor
       and not exists (select from refunds where order_item_id = i.id and state = 'pending')`,
    { now: now.toISOString() },
  )
  return eachOf(rows, async ({ id }) => {
    const booking = await Booking.findByPk(id, { rejectOnEmpty: true })
    return bookingService.cancel(booking, 'staff', null, now)
  })
}
