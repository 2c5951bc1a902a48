import { Dispute, OrderItem } from '../../../models/index.ts'
import { giveBack } from '../refunds/give-back.ts'
import { withdrawWhatFitsNoMore } from '../refunds/record.ts'
import { allotted, linesWithRoomFor } from '../refunds/sync.ts'

/**
 * Shares out among the lines of an order what banks took of it for good, all lost disputes together. A refund that waits and
 * does not fit beside it gives way, and what is left of it is given instead. Part of whatever changed a dispute, in its
 * transaction, with the order locked.
 */
export async function shareLoss(orderId: string, now: Date) {
  const disputes = await Dispute.findAll({ where: { orderId, state: 'lost' }, order: ['resolvedAt'] })
  const lost = disputes.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const lostAt = disputes.at(-1)?.resolvedAt
  await OrderItem.update({ lostMinor: 0, lostAt: null }, { where: { orderId } })
  const { items, gaveWay } = await linesWithRoomFor(lost, orderId, now)
  const parts = allotted(lost, items)
  for (const [place, item] of items.entries())
    if (parts[place]! > 0) await item.update({ lostMinor: parts[place]!, lostAt })
  await withdrawWhatFitsNoMore({ id: orderId }, now)

  for (const { orderItemId: id, amountMinor, reason, words, decidedBy } of gaveWay)
    await giveBack({ id }, { amountMinor, reason, words, ...(decidedBy && { decidedBy }) }, now)
}
