import type { Turn } from '../../jobs/turn.ts'
import { reportError } from '../../lib/report-error.ts'
import { Dispute, Order } from '../../models/index.ts'
import { syncDispute } from './disputes/sync.ts'
import { compareWithStripe } from './ledger.ts'
import { syncRefunds } from './refunds/sync.ts'
import { settle } from './settle.ts'

const DAYS = 90
const DAY = 24 * 60 * 60 * 1000

/**
 * Puts right what no event told us of: every payment of the last 90 days whose books differ from Stripe's is settled and
 * has its refunds read again, and so has every dispute that is open here.
 */
export async function reconcile({ now, dryRun }: Turn) {
  const { compared, differing } = await compareWithStripe(new Date(now.getTime() - DAYS * DAY))
  const disputes = await Dispute.findAll({ where: { state: ['open', 'answered'] }, attributes: ['stripeDispute'] })
  if (dryRun) return { compared, differing: differing.length, disputes: disputes.length }

  for (const id of differing) await orReport(() => readAgain(id, now))
  for (const { stripeDispute } of disputes) await orReport(() => syncDispute(stripeDispute, now))
  return { compared, differing: differing.length, disputes: disputes.length }
}

async function readAgain(id: string, now: Date) {
  const order = await Order.findByPk(id)
  if (!order) return
  await settle(id, now)
  const { stripePayment } = await order.reload()
  if (stripePayment) await syncRefunds(stripePayment, now)
}

async function orReport(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    reportError(error)
  }
}
