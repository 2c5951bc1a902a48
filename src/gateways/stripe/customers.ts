import { ask, unlessMissing } from './client.ts'

/** What a person may see of a card. When it runs out stays at Stripe (P03). */
export type Card = { id: string; brand: string; last4: string }

/** Not part of the API that Stripe calls finished: it is asked for by name. */
const PREVIEW = '2026-10-28.preview'

type ToRedact = { customers?: string[]; checkout_sessions?: string[]; payment_intents?: string[] }
type RedactionJob = { id: string; status: keyof typeof standings }

const standings = {
  created: 'running',
  validating: 'running',
  ready: 'ready',
  redacting: 'running',
  succeeded: 'done',
  failed: 'failed',
  canceled: 'failed',
  canceling: 'failed',
} as const

export const customers = {
  /** The cards that Stripe remembers for somebody; none for whom it does not know. */
  async cardsOf(customer: string): Promise<Card[]> {
    const cards = await ask((stripe) =>
      stripe.customers.listPaymentMethods(customer, { type: 'card', limit: 100 }),
    ).catch(unlessMissing)
    return (cards?.data ?? []).map(({ id, card }) => ({ id, brand: card!.brand, last4: card!.last4 }))
  },

  /** Lets Stripe forget a card; one that is gone already may be removed again. */
  async removeCard(id: string) {
    await ask((stripe) => stripe.paymentMethods.detach(id)).catch(ifGone)
  },

  /** Removes all cards with it. Payments keep name and address there until they are redacted. Gone already is fine too. */
  async deleteCustomer(customer: string) {
    await ask((stripe) => stripe.customers.del(customer)).catch(unlessMissing)
  },

  /**
   * Begins to make Stripe forget: events, requests and all else that hangs on these objects. Stripe refuses payments
   * younger than 90 days, and those in dispute. Answers the number of the job, which has to be run once it is ready.
   */
  async redact(objects: ToRedact, key: string) {
    const wanted = { objects, validation_behavior: 'fix' }
    const options = { apiVersion: PREVIEW, idempotencyKey: key }
    const job: RedactionJob = await ask((stripe) =>
      stripe.rawRequest('POST', '/v1/privacy/redaction_jobs', wanted, options),
    )
    return job.id
  },

  async redactionOf(id: string) {
    const job: RedactionJob = await ask((stripe) =>
      stripe.rawRequest('GET', `/v1/privacy/redaction_jobs/${id}`, undefined, { apiVersion: PREVIEW }),
    )
    return standings[job.status]
  },

  /** For a job that is ready. It cannot be undone. */
  async runRedaction(id: string) {
    const options = { apiVersion: PREVIEW, idempotencyKey: `redaction:${id}:run` }
    await ask((stripe) => stripe.rawRequest('POST', `/v1/privacy/redaction_jobs/${id}/run`, {}, options))
  },
}

/** A card that is not with anybody any more Stripe calls a wrong request, and gives no code. */
function ifGone(error: unknown) {
  if ((error as { code?: string }).code !== 'invalid_request_error') unlessMissing(error)
}
