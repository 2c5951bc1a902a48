import { together } from '../../../db/together.ts'
import { isTaken } from '../../../lib/taken.ts'
import { type Order, type OrderItem, Refund } from '../../../models/index.ts'
import { raiseTicket } from '../../support/raise-ticket.ts'
import { giveBack } from './give-back.ts'
import { type Preview, previewsOf } from './preview.ts'

/**
 * Somebody asks for the money of a line. Within the policy it goes back at once; outside it is asked of our staff, by a
 * ticket. Answers what was done, or why nothing was; sent twice it is done once.
 */
export async function askForRefund(order: Order, item: OrderItem, words: string | null, now: Date): Promise<Preview> {
  const preview = (await previewsOf(order, now)).get(item.id)!
  const { amountMinor } = preview
  if (preview.way === 'at once') await giveBack(item, { amountMinor, reason: 'changed mind', words }, now)
  if (preview.way === 'ask') await ask(order, item, { ...preview, words }, now)
  return preview
}

type Wish = Preview & { words: string | null }

async function ask(order: Order, item: OrderItem, { amountMinor, taxMinor, words }: Wish, now: Date) {
  const about = { orderItemId: item.id, buyerId: item.buyerId, amountMinor, taxMinor, words, createdAt: now }
  try {
    await together(async () => {
      const refund = await Refund.create({ ...about, state: 'asked', reason: 'outside policy' })
      const subject = `A refund for order ${order.number}`
      const body = 'You asked for your money back. This is outside of what goes by itself, so one of us looks at it.'
      const note = `/staff/orders/${order.id}`
      const ticket = await raiseTicket({ requesterId: item.buyerId!, category: 'payment', subject, body, note }, now)
      await refund.update({ ticketId: ticket.id })
    })
  } catch (error) {
    if (!isTaken(error, 'refunds_one_open')) throw error
  }
}
