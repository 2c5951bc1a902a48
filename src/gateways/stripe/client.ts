import Stripe from 'stripe'
import { validate } from 'uuid'
import { config } from '../../config.ts'
import { HttpError } from '../../errors.ts'

const PATIENCE = 15_000

const sorry = 'Stripe, where payments are made, does not answer as it should. Please try again in a few minutes.'

/** Stripe broke off, kept silent, or was too busy. Says the code and nothing of what was sent; the queue tries again. */
export class StripeFailed extends HttpError {
  readonly original: { code: string }

  constructor(code: string) {
    super(503, sorry)
    this.name = 'StripeFailed'
    this.original = { code }
  }
}

/** Stripe understood, and will not do it: trying again changes nothing. `code` is Stripe's word for why. */
export class StripeRefused extends HttpError {
  readonly code: string
  readonly original: { code: string }

  constructor(code: string) {
    super(503, sorry)
    this.name = 'StripeRefused'
    this.code = code
    this.original = { code }
  }
}

/** An id of ours that Stripe says for us. Whatever else the dashboard or another shop on the account wrote there is none. */
export function ourId(said: string | null | undefined) {
  return said && validate(said) ? said : null
}

let known: { base: string; client: Stripe } | undefined

/** Sends nothing about how fast our machines are, and tries nothing again: our queue does, with the same key. */
function client() {
  const { apiBase, secretKey } = config.stripe
  if (known?.base === apiBase) return known.client

  const { hostname, port, protocol } = new URL(apiBase)
  const client = new Stripe(secretKey, {
    apiVersion: '2026-10-28.endive',
    host: hostname,
    port: port || (protocol === 'https:' ? 443 : 80),
    protocol: protocol === 'https:' ? 'https' : 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    timeout: PATIENCE,
  })
  known = { base: apiBase, client }
  return client
}

/** Lets Stripe do something. @throws StripeFailed or StripeRefused, which quote nothing that was sent */
export async function ask<Answer>(work: (stripe: Stripe) => Promise<Answer>) {
  try {
    return await work(client())
  } catch (error) {
    throw inOurWords(error)
  }
}

/** The same for an answer of many pages, read one after the other. */
export async function* askForAll<Item>(list: (stripe: Stripe) => AsyncIterable<Item>) {
  try {
    yield* list(client())
  } catch (error) {
    throw inOurWords(error)
  }
}

/** Whether Stripe knows nothing, or nothing any more, of what it was asked about. */
export function isMissing(error: unknown) {
  return error instanceof StripeRefused && error.code === 'resource_missing'
}

/** Null for what Stripe does not know. */
export function unlessMissing(error: unknown) {
  if (isMissing(error)) return null
  throw error
}

const refusals = ['StripeInvalidRequestError', 'StripeCardError', 'StripeIdempotencyError']

function inOurWords(error: unknown) {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  const { type, code, rawType, statusCode } = error
  const cause = (error.detail as { code?: string } | undefined)?.code
  if (refusals.includes(type) && statusCode !== 409) return new StripeRefused(code ?? rawType ?? type)
  return new StripeFailed(String(cause ?? code ?? statusCode ?? type))
}
