import Stripe from 'stripe'
import { config } from '../../config.ts'
import { BadRequest } from '../../errors.ts'

const FIVE_MINUTES = 300

/** Not signed by Stripe, altered on the way, or sent at another time than it says. */
export class BadSignature extends BadRequest {
  constructor() {
    super('That was not signed by Stripe.')
    this.name = 'BadSignature'
  }
}

/** That something happened at Stripe, and to what. What it says about it is left behind: whoever works on it asks again. */
export type StripeEvent = { id: string; type: string; object: string | null }

/**
 * Reads what Stripe sent, from its very bytes, if one of our secrets signed it within the last five minutes. The SDK
 * takes times to come for good, so they are looked at here. @throws BadSignature
 */
export function eventFrom(body: Buffer, signature: string | undefined, now: Date): StripeEvent {
  const event = config.stripe.webhookSecrets.map((secret) => signedWith(secret)).find((found) => found !== undefined)
  const isOne = typeof event?.id === 'string' && typeof event.type === 'string'
  if (!isOne || ahead(signature, now) > FIVE_MINUTES) throw new BadSignature()

  const { id } = (event.data?.object ?? {}) as { id?: string }
  return { id: event.id, type: event.type, object: id ?? null }

  function signedWith(secret: string) {
    try {
      const text = body.toString()
      return Stripe.webhooks.constructEvent(text, signature ?? '', secret, FIVE_MINUTES, undefined, now.getTime())
    } catch {
      return undefined
    }
  }
}

/** Seconds until the time that stands in the signature; there is one, for the SDK has read it. */
function ahead(signature: string | undefined, now: Date) {
  return Number(/(?:^|,)\s*t=(\d+)/.exec(signature ?? '')?.[1]) - now.getTime() / 1000
}
