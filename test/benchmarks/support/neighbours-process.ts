/** Those whom the site speaks with, in a process of their own: Stripe, and a server that takes every letter. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import * as objects from '../../../src/simulators/stripe/objects.ts'
import { payByCard } from '../../../src/simulators/stripe/pay.ts'
import { simulateStripe } from '../../../src/simulators/stripe/server.ts'
import { PRICE } from './buyers.ts'

export type Asked = { paid: string[] } | { where: 'letters' }
export type Page = { order: string; session: string; payment: string; event: { id: string } }

const { store, port } = await simulateStripe({ port: 0 })
const post = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: takeAll })
post.on('error', () => {}) // whoever is stopped hangs up
const letters = post.listen(0, '127.0.0.1')
await once(letters, 'listening')
process.send!({ port })

process.on('message', (asked: Asked) => process.send!(answer(asked)))

function answer(asked: Asked) {
  if ('paid' in asked) return asked.paid.map(pageFor)
  return { smtp: (letters.address() as AddressInfo).port }
}

/** A page on which this order has been paid, and what Stripe says of it. */
function pageFor(order: string): Page {
  const session = store.add(
    objects.session({
      ...{ amount_total: PRICE, currency: 'eur', success_url: 'http://127.0.0.1/', cancel_url: null },
      ...{ expires_at: store.seconds + 3600, client_reference_id: order, customer_email: 'a@example.net' },
      ...{ metadata: { order }, _forPayment: { order }, _lines: [], _remember: false, _showsSaved: false },
      _newCustomer: false,
    }),
  )
  const events: Page['event'][] = []
  store.onEvent = (event) => events.push(event)
  payByCard(store, session, '4242424242424242')
  return { order, session: session.id, payment: session.payment_intent!, event: events.at(-1)! }
}

function takeAll(stream: NodeJS.ReadableStream, _session: unknown, taken: () => void) {
  stream.resume().on('end', () => taken())
}
