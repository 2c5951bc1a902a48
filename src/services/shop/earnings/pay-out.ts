import { config } from '../../../config.ts'
import { stripe } from '../../../gateways/stripe.ts'
import type { Turn } from '../../../jobs/turn.ts'
import { eachOf } from '../../../lib/each-of.ts'
import { sql } from '../../../lib/sql.ts'
import { Payout } from '../../../models/index.ts'
import { shares } from './shares.ts'

type Due = Pick<Payout, 'orderItemId' | 'sellerId' | 'amountMinor' | 'currency'>
type Unsent = { id: string; itemId: string; account: string; amountMinor: number; currency: string }
type TooMuch = { id: string; transfer: string; amountMinor: number; reversedMinor: number }

/**
 * Sends mentors what is theirs of each line, two weeks after it was given and unless a refund or a dispute of it is open, to
 * their account at Stripe. What is sent is written down first and known to Stripe by that row, so that it goes once; what
 * goes back later is fetched back. One that fails keeps nobody else waiting. Nothing at all while payouts are off.
 */
export async function payOut({ now, dryRun }: Turn) {
  if (!config.stripe.payouts) return {}
  const due = await dueAt(now)
  if (dryRun) return { paidOut: due.length }

  await Payout.bulkCreate(
    due.map((line) => ({ ...line, createdAt: now })),
    { ignoreDuplicates: true },
  )
  const paidOut = await eachOf(await unsent(), (payout) => send(payout, now))
  return { paidOut, fetchedBack: await eachOf(await tooMuch(), fetchBack) }
}

async function dueAt(now: Date) {
  const { rows } = await sql<Due>(
    `select s.id as "orderItemId", s.seller_id as "sellerId", s.share as "amountMinor", s.currency
     from (${shares}) s join seller_accounts a on a.seller_id = s.seller_id and a.ready
     where s.payout is null and not s.held and s.share > 0 and s.matures_at <= $now::timestamptz`,
    { now: now.toISOString() },
  )
  return rows
}

/** Written down and, as far as we know, not sent; as it was written down, for Stripe takes a key with one amount alone. */
async function unsent() {
  const { rows } = await sql<Unsent>(
    `select p.id, p.order_item_id as "itemId", a.account, p.amount_minor as "amountMinor", p.currency
     from payouts p join seller_accounts a on a.seller_id = p.seller_id and a.ready
     where p.stripe_transfer is null order by p.id`,
  )
  return rows
}

async function send({ id, ...wanted }: Unsent, now: Date) {
  const stripeTransfer = await stripe.transfer({ ...wanted, key: `payout:${id}` })
  await Payout.update({ stripeTransfer, sentAt: now }, { where: { id } })
}

/** Sent, and not theirs any more, all of it or a part. */
async function tooMuch() {
  const { rows } = await sql<TooMuch>(
    `select s.payout as id, s.stripe_transfer as transfer, s.reversed_minor as "reversedMinor",
       s.amount_minor - s.reversed_minor - greatest(s.share, 0) as "amountMinor"
     from (${shares}) s
     where s.stripe_transfer is not null and s.amount_minor - s.reversed_minor > greatest(s.share, 0)`,
  )
  return rows
}

async function fetchBack({ id, transfer, amountMinor, reversedMinor }: TooMuch) {
  const until = reversedMinor + amountMinor
  await stripe.reverseTransfer(transfer, amountMinor, `payout:${id}:back:${until}`)
  await Payout.update({ reversedMinor: until }, { where: { id, reversedMinor } })
}
