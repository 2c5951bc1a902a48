import { Op } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { eachOf } from '../../lib/each-of.ts'
import { Alarm, Order, Refund } from '../../models/index.ts'
import { underWay } from '../../models/order.ts'
import { ringForDisputes } from './disputes/standing.ts'
import { followRedactions } from './redactions.ts'
import { endSessionsPaidBack } from './refunds/end-sessions.ts'
import { letSend } from './refunds/give-back.ts'
import { giveBackOwed } from './refunds/sessions.ts'
import { settle } from './settle.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What was never paid is forgotten within a month. */
const DAYS_OF_WHAT_IS_UNPAID = 30

/**
 * Sees to it that nothing hangs when nobody told us: settles every order that waits, has refunds that wait tried again,
 * ends sessions whose money went back, and forgets orders that were never paid. One that fails keeps nobody else waiting;
 * one of which something else was paid than was ordered stays until somebody has looked at it.
 */
export async function settleOrders({ now, dryRun }: Turn) {
  const differing = await Alarm.findAll({
    where: { kind: 'payment differs', resolvedAt: null },
    attributes: ['detail'],
  })
  const unpaid = {
    id: { [Op.notIn]: differing.map(({ detail }) => detail) },
    state: ['failed', 'expired'],
    createdAt: { [Op.lt]: new Date(now.getTime() - DAYS_OF_WHAT_IS_UNPAID * DAY) },
  }
  const slow = { state: 'pending' as const, createdAt: { [Op.lt]: new Date(now.getTime() - 10 * MINUTE) } }
  const orders = await Order.findAll({ where: { state: underWay }, attributes: ['id'] })
  const refunds = await Refund.findAll({ where: slow, attributes: ['id'] })
  if (dryRun)
    return { settled: orders.length, refunds: refunds.length, forgotten: await Order.count({ where: unpaid }) }

  const settled = await eachOf(orders, async ({ id }) => (await settle(id, now)) !== 'pending')
  for (const refund of refunds) await letSend(refund)
  const owed = await giveBackOwed(now)
  await endSessionsPaidBack(now)
  await ringForDisputes(now)
  await followRedactions(now)
  return { settled, refunds: refunds.length + owed, forgotten: await Order.destroy({ where: unpaid }) }
}
