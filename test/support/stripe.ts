import { config } from '../../src/config.ts'
import { decide, giveBack, openDispute, settleRefund } from '../../src/simulators/stripe/give-back.ts'
import { expire, settleTransfer } from '../../src/simulators/stripe/pay.ts'
import { signed } from '../../src/simulators/stripe/post.ts'
import { simulateStripe } from '../../src/simulators/stripe/server.ts'
import { visitor } from './visitor.ts'

type Simulator = Awaited<ReturnType<typeof simulateStripe>>
type Signing = Parameters<typeof signed>[1]

export const card = {
  pays: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asks: '4000 0025 0000 3155',
  disputed: '4000 0000 0000 0259',
  failsToRefund: '4000 0000 0000 5126',
  refundsLater: '4000 0000 0000 7726',
}

/**
 * For every test of a file: Stripe, as the gateway finds it, and what its dashboard can do. It tells the site nothing by
 * itself: a test hands on the events, in any order and as often as it likes.
 */
export function openStripe() {
  let simulator: Simulator

  before(async () => {
    simulator = await simulateStripe({ port: config.stripe.simulator!.port })
  })

  after(() => simulator.stop())

  return {
    get store() {
      return simulator.store
    },
    /** What goes wrong with the next requests. */
    get faults() {
      return simulator.faults
    },

    /** Presses a button on the page to pay, as a browser without script does, and does not follow where it leads. */
    press: (url: string, fields: Record<string, string>) =>
      fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }),

    /** All that Stripe remembers, as text. */
    everything: () => simulator.store.toString(),

    /** All that happened, oldest first. */
    events: () => simulator.store.all('event').reverse(),

    /** Hands one to the webhook of the site. Answers the response. */
    tell(event: object, signing?: Signing) {
      const { body, signature } = signed(event, signing)
      return sendWebhook(body, signature)
    },

    giveBack: (payment: string, amount?: number) =>
      giveBack(simulator.store, { charge: chargeOf(payment), ...(amount !== undefined && { amount }) }),
    settleRefund: (id: string, arrived: boolean) =>
      settleRefund(simulator.store, simulator.store.get('refund', id), arrived),
    dispute: (payment: string, reason?: string) => openDispute(simulator.store, chargeOf(payment), reason),
    decide: (id: string, status: 'won' | 'lost') => decide(simulator.store, simulator.store.get('dispute', id), status),
    settleTransfer: (session: string, came: boolean) =>
      settleTransfer(simulator.store, simulator.store.get('checkout.session', session), came),
    expire: (session: string) => expire(simulator.store, simulator.store.get('checkout.session', session)),
  }

  function chargeOf(payment: string) {
    return simulator.store.all('charge', { payment_intent: payment })[0]!
  }
}

/** What arrives at our webhook, signed or not; from no browser. */
export async function sendWebhook(body: string | Buffer, signature?: string) {
  const { agent } = visitor()
  const post = agent.post('/webhooks/stripe').unset('Sec-Fetch-Site').type('application/json')
  if (signature) post.set('Stripe-Signature', signature)
  return post.send(body)
}
