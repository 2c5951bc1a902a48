import { createHmac } from 'node:crypto'
import { config } from '../../config.ts'
import type { Store, Thing } from './store.ts'

type Event = Thing<'event'>

const SECOND = 1000
const THREE_DAYS = 3 * 24 * 60 * 60
/** In seconds; the last goes on and on. */
const waits = [0, 5, 30, 120, 600, 3600]

/** The body of a webhook and the header that goes with it, as Stripe makes them. */
export function signed(event: object, { secret = config.stripe.webhookSecrets[0]!, at = new Date() } = {}) {
  const body = JSON.stringify(event)
  const seconds = Math.floor(at.getTime() / SECOND)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return { body, signature: `t=${seconds},v1=${signature}` }
}

/** Tells our site what happened, until it says that it heard, for three days. Not always in order: nor does Stripe. */
export class Post {
  readonly #store: Store
  readonly #waiting = new Set<NodeJS.Timeout>()
  readonly #url: string

  constructor(store: Store, url: string) {
    this.#store = store
    this.#url = url
  }

  /** From now on by itself, and what was not heard before. */
  open() {
    this.#store.onEvent = (event) => this.#later(event, 0)
    const since = this.#store.seconds - THREE_DAYS
    for (const event of this.#store.all('event')) {
      if (event.pending_webhooks > 0 && event.created > since) this.#later(event, 0)
    }
  }

  close() {
    for (const timer of this.#waiting) clearTimeout(timer)
    this.#waiting.clear()
  }

  /** Once. Answers whether it was heard. */
  async send(event: Event) {
    const { body, signature } = signed(event)
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature }
    const signal = AbortSignal.timeout(10 * SECOND)
    const answer = await fetch(this.#url, { method: 'POST', headers, body, signal }).catch(() => undefined)
    await answer?.body?.cancel()
    if (!answer?.ok) return false
    event.pending_webhooks = 0
    this.#store.save()
    return true
  }

  #later(event: Event, attempt: number) {
    const wait = waits[Math.min(attempt, waits.length - 1)]! + Math.random() / 2
    const timer = setTimeout(async () => {
      this.#waiting.delete(timer)
      const heard = await this.send(event)
      if (!heard && event.created > this.#store.seconds - THREE_DAYS) this.#later(event, attempt + 1)
    }, wait * SECOND)
    timer.unref()
    this.#waiting.add(timer)
  }
}
