import { config } from '../../../config.ts'
import { stripe } from '../../../gateways/stripe.ts'
import type { Turn } from '../../../jobs/turn.ts'
import { eachOf } from '../../../lib/each-of.ts'
import { sql } from '../../../lib/sql.ts'
import { Payout } from '../../../models/index.ts'
import { shares } from './shares.ts'

type Due = Pick<Payout, 'orderItemId' | 'sellerId' | 'amountMinor' | 'currency' | 'nth'>
type Unsent = { id: string; itemId: string; account: string; amountMinor: number; currency: string }
type TooMuch = { id: string; transfer: string; amountMinor: number; reversedMinor: number }

/**
 * Sends mentors what is theirs of each line, two weeks after it was given and unless a refund or a dispute of it is open, to
 * their account at Stripe, though they have left. What is sent is written down first and known to Stripe by that row, so
 * that it goes once. What went back since is fetched back, and sent anew should it come back to us. One that fails keeps
 * nobody else waiting. Nothing at all while payouts are off.
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
  const fetchedBack = await eachOf(await tooMuch(), fetchBack)
  await forgetAccounts(now)
  return { paidOut, fetchedBack }
}

async function dueAt(now: Date) {
  const { rows } = await sql<Due>(
    `select id as "orderItemId", seller_id as "sellerId", share - written as "amountMinor", currency, payouts as nth
     from (${shares}) s where account is not null and not held and share > written and matures_at <= $now::timestamptz`,
    { now: now.toISOString() },
  )
  return rows
}

/** Written down and, as far as we know, not sent; as it was written down, for Stripe takes a key with one amount alone. */
async function unsent() {
  const { rows } = await sql<Unsent>(
    `select p.id, s.id as "itemId", s.account, p.amount_minor as "amountMinor", p.currency
     from payouts p join (${shares}) s on s.id = p.order_item_id and s.account is not null
     where p.sent_at is null and not s.held order by p.id`,
  )
  return rows
}

async function send({ id, ...wanted }: Unsent, now: Date) {
  const stripeTransfer = await stripe.transfer({ ...wanted, key: `payout:${id}` })
  await Payout.update({ stripeTransfer, sentAt: now }, { where: { id } })
}

/** Sent, and not theirs any more, all of it or a part; once it is sure. The last that was sent goes back first. */
async function tooMuch() {
  const { rows } = await sql<TooMuch>(
    `select id, stripe_transfer as transfer, reversed_minor as "reversedMinor", least(here, excess - later)::int as "amountMinor"
     from (
       select p.id, p.stripe_transfer, p.reversed_minor, p.amount_minor - p.reversed_minor as here, s.sent - s.share as excess,
         sum(p.amount_minor - p.reversed_minor) over (partition by s.id order by p.nth desc) - (p.amount_minor - p.reversed_minor) as later
       from (${shares}) s join payouts p on p.order_item_id = s.id and p.sent_at is not null
       where s.sent > s.share and not s.held
     ) sent where here > 0 and excess > later`,
  )
  return rows
}

async function fetchBack({ id, transfer, amountMinor, reversedMinor }: TooMuch) {
  const until = reversedMinor + amountMinor
  await stripe.reverseTransfer(transfer, until)
  await Payout.update({ reversedMinor: until }, { where: { id, reversedMinor } })
}

/** Where somebody who has left was paid, once nothing more is owed to them. */
async function forgetAccounts(now: Date) {
  await sql(
    `update order_items i set payout_account = null
     from (${shares} where i.payout_account is not null) s
     where s.id = i.id and s.sent >= s.share and not s.held and coalesce(s.matures_at <= $now::timestamptz, true)`,
    { now: now.toISOString() },
  )
}
