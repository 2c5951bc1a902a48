import { Op } from 'sequelize'
import { stripe } from '../../gateways/stripe.ts'
import type { Turn } from '../../jobs/turn.ts'
import { reportError } from '../../lib/report-error.ts'
import { undecided } from '../../models/dispute.ts'
import { Dispute, Order } from '../../models/index.ts'
import { syncDispute } from './disputes/sync.ts'
import { compareWithStripe } from './ledger.ts'
import { syncRefunds } from './refunds/sync.ts'
import { settle } from './settle.ts'

const DAYS = 90
const DAY = 24 * 60 * 60 * 1000

/**
 * Puts right what no event told us of: every payment of the last 90 days whose books differ from Stripe's is settled and
 * has its refunds read again; every dispute that is open here, or stands otherwise at Stripe, is read again.
 */
export async function reconcile({ now, dryRun }: Turn) {
  const from = new Date(now.getTime() - DAYS * DAY)
  const { compared, differing } = await compareWithStripe(from)
  const disputes = await disputesToRead(from)
  if (dryRun) return { compared, differing: differing.length, disputes: disputes.length }

  for (const id of differing) await orReport(() => readAgain(id, now))
  for (const dispute of disputes) await orReport(() => syncDispute(dispute, now))
  return { compared, differing: differing.length, disputes: disputes.length }
}

async function disputesToRead(from: Date) {
  const there = await stripe.disputesSince(from)
  const where = { [Op.or]: [{ state: undecided }, { stripeDispute: there.map(({ id }) => id) }] }
  const here = await Dispute.findAll({ where, attributes: ['stripeDispute', 'state', 'amountMinor', 'resolvedAt'] })
  const standing = new Map(here.map((dispute) => [dispute.stripeDispute, dispute]))
  const open = here.filter(({ resolvedAt }) => !resolvedAt).map(({ stripeDispute }) => stripeDispute)
  const other = there.filter(({ id, state, amountMinor }) => {
    const known = standing.get(id)
    return known?.state !== state || known.amountMinor !== amountMinor
  })
  return [...new Set([...open, ...other.map(({ id }) => id)])]
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
