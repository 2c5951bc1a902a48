import { v7 } from 'uuid'
import { together } from '../../db/together.ts'
import { isMissing, stripe } from '../../gateways/stripe.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { sql } from '../../lib/sql.ts'
import { ProviderEvent, StripeCustomer } from '../../models/index.ts'
import { syncDispute } from './disputes/sync.ts'
import { syncAccount } from './earnings/seller-account.ts'
import { syncRefund } from './refunds/sync.ts'
import { settlePage } from './settle.ts'

/** What is done about a thing at Stripe, by its id there, when Stripe says that something happened to it. */
type Handler = (object: string, now: Date) => Promise<unknown>

/**
 * By the type of an event. Each asks Stripe how the thing is now, for events come late, twice and in any order; each may
 * run twice. What is not here is taken, and nothing is done about it.
 */
const handlers: Partial<Record<string, Handler>> = {
  'checkout.session.completed': settlePage,
  'checkout.session.async_payment_succeeded': settlePage,
  'checkout.session.async_payment_failed': settlePage,
  'checkout.session.expired': settlePage,
  'refund.created': syncRefund,
  'refund.updated': syncRefund,
  'refund.failed': syncRefund,
  'charge.dispute.created': syncDispute,
  'charge.dispute.updated': syncDispute,
  'charge.dispute.closed': syncDispute,
  'account.updated': syncAccount,
  'customer.deleted': (customer) => StripeCustomer.destroy({ where: { customer } }),
}

/**
 * Takes what Stripe says, once for each event, and has it worked on; in one transaction, so that nothing that was answered
 * with thanks is lost. Of what it says only type and object are kept. @throws BadSignature
 */
export async function takeEvent(body: Buffer, signature: string | undefined, now: Date) {
  const { id: event, type, object } = stripe.eventFrom(body, signature, now)
  await together(async () => {
    const { rows } = await sql<{ id: string }>(
      `insert into provider_events (id, provider, event, type, object, received_at)
       values ($id, 'stripe', $event, $type, $object, $now) on conflict (provider, event) do nothing returning id`,
      { id: v7(), event, type, object, now },
    )
    if (rows.length > 0) await tryEvent(rows[0]!.id)
  })
}

/** Has an event worked on, soon: also one that failed before. */
export function tryEvent(id: string) {
  return enqueue('handle-event', { event: id }, { key: `event:${id}`, urgent: true })
}

/** Works on an event, once. What fails is kept with its code, for our staff to see, and thrown for the queue to go on trying. */
export async function handleEvent(id: string, now: Date) {
  const event = await ProviderEvent.findByPk(id)
  if (!event || event.handledAt) return

  try {
    if (event.object) await handlers[event.type]?.(event.object, now).catch(ifForgotten)
    await event.update({ handledAt: now, attempts: event.attempts + 1, failure: null })
  } catch (error) {
    await event.update({ attempts: event.attempts + 1, failure: codeOf(error) })
    throw error
  }
}

/** What Stripe itself does not know any more needs nothing done. */
function ifForgotten(error: unknown) {
  if (!isMissing(error)) throw error
}

/** Names what failed, and quotes nothing. */
function codeOf(error: unknown) {
  const { name = 'Error', original } = error as { name?: string; original?: { code?: string } }
  return [name, original?.code].filter(Boolean).join(' ').slice(0, 200)
}
