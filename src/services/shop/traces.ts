import { Op } from 'sequelize'
import { v4 } from 'uuid'
import { together } from '../../db/together.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { sql } from '../../lib/sql.ts'
import { type Order, StripeRedaction, StripeTrace } from '../../models/index.ts'
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
export function trace({ id: orderId }: Pick<Order, 'id'>, session: string, page: Page | undefined, now: Date) {
  const { payment, customer } = page ?? {}
  const made: AtStripe = {
    ...(customer && { customers: [customer] }),
    checkout_sessions: [session],
    ...(payment && { payment_intents: [payment] }),
  }
  return together(async () => {
    const memberId = await buyerOf(orderId)
    if (memberId) await note(memberId, made, now)
    else await forgetToo(session, made, now)
  })
}

/** Waits for an erasure that is under way, and finds nobody then. */
async function buyerOf(orderId: string) {
  const { rows } = await sql<{ id: string }>(
    'select u.id from orders o join users u on u.id = o.buyer_id where o.id = $orderId for key share of u',
    { orderId },
  )
  return rows[0]?.id
}

function note(memberId: string, made: AtStripe, createdAt: Date) {
  const rows = Object.entries(made).flatMap(([kind, objects]) =>
    objects.map((object) => ({ memberId, kind: kind as keyof AtStripe, object, createdAt })),
  )
  return StripeTrace.bulkCreate(rows, { ignoreDuplicates: true })
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
