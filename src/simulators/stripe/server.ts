import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { config } from '../../config.ts'
import { checkoutApi } from './api/checkouts.ts'
import { connectApi, type Link } from './api/connect.ts'
import { paymentApi } from './api/payments.ts'
import { peopleApi } from './api/people.ts'
import { dashboardPages } from './pages/dashboard.ts'
import { onboardingPages } from './pages/onboarding.ts'
import { payPages } from './pages/pay.ts'
import { expireDue } from './pay.ts'
import { Post } from './post.ts'
import { Store } from './store.ts'
import { Wire } from './wire.ts'

const HALF_A_MINUTE = 30_000

type Options = {
  port: number
  /** Where it keeps what it knows from one start to the next; else it forgets. */
  folder?: string
  /** Tells our webhook what happens, by itself. Tests do that by hand. */
  delivers?: boolean
}

/**
 * Stands in for Stripe in demo mode and in tests: the same requests, refusals and objects over real HTTP, on this machine
 * only, with pages to pay, a dashboard, and signed webhooks. Where the port is taken it listens at another, and says at
 * which.
 */
export async function simulateStripe({ port: wanted, folder, delivers = false }: Options) {
  const store = new Store(folder)
  const wire = new Wire(store)
  const post = new Post(store, `http://127.0.0.1:${config.port}/webhooks/stripe`)
  const links = new Map<string, Link>()
  const base = () => `http://127.0.0.1:${port}`
  checkoutApi(wire, store, base)
  paymentApi(wire, store)
  peopleApi(wire, store)
  connectApi(wire, store, base, links)
  wire.end()

  const app = express()
  app.disable('x-powered-by')
  app.use('/v1', wire.router)
  app.use(fromHere, express.urlencoded({ extended: false }))
  app.use(payPages(store), onboardingPages(store, links), dashboardPages(store, post))

  const server = createServer(app)
  const port = await listen(wanted).catch(() => listen(0))
  if (delivers) post.open()
  const sweeping = setInterval(() => expireDue(store), HALF_A_MINUTE).unref()

  return {
    port,
    store,
    /** What goes wrong with the next requests, one after the other. */
    faults: wire.faults,
    async stop() {
      clearInterval(sweeping)
      post.close()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }

  async function listen(port: number) {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
}

/** Its buttons are pressed on its own pages. */
const fromHere: RequestHandler = (req, res, next) => {
  const isForeign = req.method === 'POST' && !['same-origin', undefined].includes(req.get('Sec-Fetch-Site'))
  if (isForeign) res.sendStatus(403)
  else next()
}
