import { Op } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { reportError } from '../../lib/report-error.ts'
import { Order, Refund } from '../../models/index.ts'
import { ringForDisputes } from './disputes/standing.ts'
import { followRedactions } from './redactions.ts'
import { letSend } from './refunds/give-back.ts'
import { giveBackOwed } from './refunds/sessions.ts'
import { settle } from './settle.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What was never paid is forgotten within a month. */
const DAYS_OF_WHAT_IS_UNPAID = 30

/**
 * Sees to it that nothing hangs when nobody told us: settles every order that waits, has refunds that wait tried again,
 * and forgets orders that were never paid. One that fails keeps nobody else waiting.
 */
export async function settleOrders({ now, dryRun }: Turn) {
  const unpaid = {
    state: ['failed', 'expired'],
    createdAt: { [Op.lt]: new Date(now.getTime() - DAYS_OF_WHAT_IS_UNPAID * DAY) },
  }
  const slow = { state: 'pending' as const, createdAt: { [Op.lt]: new Date(now.getTime() - 10 * MINUTE) } }
  const orders = await Order.findAll({ where: { state: 'pending' }, attributes: ['id'] })
  const refunds = await Refund.findAll({ where: slow, attributes: ['id'] })
  if (dryRun)
    return { settled: orders.length, refunds: refunds.length, forgotten: await Order.count({ where: unpaid }) }

  const settled = await eachOf(orders, async ({ id }) => (await settle(id, now)) !== 'pending')
  for (const refund of refunds) await letSend(refund)
  const owed = await giveBackOwed(now)
  await ringForDisputes(now)
  await followRedactions(now)
  return { settled, refunds: refunds.length + owed, forgotten: await Order.destroy({ where: unpaid }) }
}

async function eachOf<Row extends { id: string }>(rows: Row[], work: (row: Row) => Promise<boolean>) {
  let done = 0
  for (const row of rows) {
    try {
      if (await work(row)) done++
    } catch (error) {
      reportError(error, { row: row.id })
    }
  }
  return done
}
