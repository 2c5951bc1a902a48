import { Op } from 'sequelize'
import { v4, v7 } from 'uuid'
import { together } from '../../db/together.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { sql } from '../../lib/sql.ts'
import { type Order, StripeRedaction } from '../../models/index.ts'
import type { AtStripe } from '../../models/stripe-redaction.ts'

/** Stripe redacts nothing that is younger. */
const DAYS_BEFORE_REDACTION = 90
const DAY = 24 * 60 * 60 * 1000

type Page = { payment: string | null; customer: string | null }

/** From when on Stripe forgets what was made at an instant; from midnight, for the hour would tell of a person. */
export function dueAfter(made: Date) {
  return new Date((Math.ceil(made.getTime() / DAY) + DAYS_BEFORE_REDACTION) * DAY)
}

/**
 * Writes down a page to pay an order, and what it made at Stripe, for the day on which its buyer leaves; where they have
 * left, Stripe has to forget it with the rest. Before an order is locked: an erasure locks in the other order (P28).
 */
export async function trace({ id: orderId }: Pick<Order, 'id'>, session: string, page: Page | undefined, now: Date) {
  const { payment, customer } = page ?? {}
  const made: AtStripe = {
    ...(customer && { customers: [customer] }),
    checkout_sessions: [session],
    ...(payment && { payment_intents: [payment] }),
  }
  if (!(await note(orderId, made, now))) await together(() => forgetToo(session, made, now))
}

/** In one statement, which waits for an erasure that is under way. False where it finds nobody then. */
async function note(orderId: string, made: AtStripe, now: Date) {
  const all = Object.entries(made).flatMap(([kind, objects]) => objects.map((object) => ({ id: v7(), kind, object })))
  const { rows } = await sql(
    `with buyer as (
       select u.id from orders o join users u on u.id = o.buyer_id where o.id = $orderId for key share of u
     ), noted as (
       insert into stripe_traces (id, member_id, kind, object, created_at)
       select made.id, buyer.id, made.kind, made.object, $now::timestamptz
       from buyer, jsonb_to_recordset($all::jsonb) as made (id uuid, kind text, object text)
       on conflict (object) do nothing
     )
     select id from buyer`,
    { orderId, all: JSON.stringify(all), now: now.toISOString() },
  )
  return rows.length > 0
}

/** With what else of the same page waits to be forgotten, which the receipt of its buyer shows. */
async function forgetToo(session: string, made: AtStripe, now: Date) {
  const waiting = { state: 'waiting', objects: { [Op.contains]: { checkout_sessions: [session] } } } as const
  const known = await StripeRedaction.findOne({ where: waiting, lock: true })
  const objects = known ? joined(known.objects, made) : made
  if (known && sizeOf(objects) === sizeOf(known.objects)) return

  const due = { objects, dueAt: dueAfter(now) }
  const redaction = known ?? StripeRedaction.build({ subjectId: v4(), ...due, createdAt: now })
  await redaction.set(due).save()
  if (made.customers) await enqueue('delete-customers', { redaction: redaction.id })
}

function joined(one: AtStripe, other: AtStripe): AtStripe {
  const kinds = Object.keys({ ...one, ...other }) as (keyof AtStripe)[]
  return Object.fromEntries(kinds.map((kind) => [kind, [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])]]))
}

function sizeOf(objects: AtStripe) {
  return Object.values(objects).flat().length
}
