import { together } from '../../../db/together.ts'
import { isTaken } from '../../../lib/taken.ts'
import { Order, type OrderItem, Refund, StaffAction, Ticket, type User } from '../../../models/index.ts'
import { ticketService } from '../../support/ticket-service.ts'
import { disputeOf } from '../disputes/standing.ts'
import { giveBack, letSend, take } from './give-back.ts'
import { locked } from './record.ts'

type Act = { staff: User; reason: string; now: Date }

/**
 * One of our staff gives money back for a line, asked or not. Noted for the buyer to read. False where nothing was paid,
 * the payment is disputed, another refund is on its way, or nothing is left.
 */
export function giveByStaff(item: OrderItem, amountMinor: number, { staff, reason, now }: Act) {
  return together(async () => {
    const isPaid = await Order.count({ where: { id: item.orderId, state: 'paid' } })
    if (!isPaid || (await disputeOf(item.orderId))) return false
    const wanted = { amountMinor, reason: 'outside policy' as const, decidedBy: staff.id }
    const refund = await giveBack(item, wanted, now)
    if (!refund) return false
    await noted(refund, 'gave money back', { staff, reason, now })
    await answerTicket(refund, `We have given your money back. ${reason}`, staff, now)
    return true
  })
}

/** Says no to what was asked, with a reason that goes to the buyer. False where it has been decided. */
export function refuseByStaff(refund: Refund, { staff, reason, now }: Act) {
  return together(async () => {
    const refused = { state: 'refused' as const, settledAt: now, decidedBy: staff.id }
    const [count] = await Refund.update(refused, { where: { id: refund.id, state: 'asked' } })
    if (count === 0) return false
    await noted(refund, 'refused a refund', { staff, reason, now })
    await answerTicket(refund, reason, staff, now)
    return true
  })
}

/** Sends a refund anew that came back. False where it is not possible any more. */
export async function tryAgain({ id }: Refund, { staff, reason, now }: Act) {
  try {
    return await together(async () => {
      const { refund, item } = await locked(id)
      if (refund.state !== 'failed') return false
      await refund.update({ state: 'pending', stripeRefund: null, attempt: refund.attempt + 1 })
      await take(item, refund.amountMinor, now)
      await letSend(refund)
      await noted(refund, 'sent a refund again', { staff, reason, now })
      return true
    })
  } catch (error) {
    if (isTaken(error, 'refunds_one_open') || isTaken(error, 'order_items_most_refunded')) return false
    throw error
  }
}

function noted({ buyerId, ticketId }: Refund, action: string, { staff, reason, now }: Act) {
  return StaffAction.create({ staffId: staff.id, aboutId: buyerId, ticketId, action, reason, createdAt: now })
}

async function answerTicket({ ticketId }: Refund, body: string, staff: User, now: Date) {
  const ticket = await Ticket.findByPk(ticketId ?? undefined)
  if (ticket?.isOpen) await ticketService.answer(ticket, { body, staff }, now)
}
