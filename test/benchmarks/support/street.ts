import pg from 'pg'
import { v7 } from 'uuid'
import { signed } from '../../../src/simulators/stripe/post.ts'
import { fillShop, type Paid, placeOrders } from './buyers.ts'
import { startChild } from './child.ts'
import type { Page } from './neighbours-process.ts'

const here = import.meta.dirname

/** An order that has been paid at Stripe, of which we do not know yet, and what Stripe says of it. */
export type Told = Paid & { event: string; letter: () => { body: string; headers: Record<string, string> } }

/** The shop, those it speaks with, and two floors: one among the same rows, one whose rows nobody else touches. */
export async function openStreet() {
  const neighbours = await startChild(`${here}/neighbours-process.ts`)
  const { smtp } = await neighbours.ask<{ smtp: number }>({ where: 'letters' })
  const ours = await filled(process.env.DATABASE_URL!)
  const apart = await filled(process.env.FLOOR_DATABASE_URL!)

  const stripe = { STRIPE_API_BASE: neighbours.origin }
  // Each client comes from an address of its own, as it would through a proxy.
  const around = { ...stripe, SMTP_URL: `smtp://127.0.0.1:${smtp}`, TRUST_PROXY: '1' }
  const app = await startChild(`${here}/app-process.ts`, around)
  const floor = await startChild(`${here}/replay-process.ts`, stripe)
  const floorApart = await startChild(`${here}/replay-process.ts`, {
    ...stripe,
    DATABASE_URL: process.env.FLOOR_DATABASE_URL!,
  })

  return {
    ...{ app, floor, floorApart },
    /** The databases, to look into them. */
    ...{ ours, apart },

    /** Orders of so many buyers, by number from the first on. */
    async paidOrders(client: pg.Client, first: number, count: number): Promise<Told[]> {
      const pages = await neighbours.ask<Page[]>({ paid: Array.from({ length: count }, () => v7()) })
      const paid = await placeOrders(client, first, pages)
      return paid.map((order, n) => told(order, pages[n]!.event))
    },

    async close() {
      for (const child of [app, floor, floorApart, neighbours]) await child.stop()
      for (const client of [ours, apart]) await client.end()
    },
  }
}

export type Street = Awaited<ReturnType<typeof openStreet>>

async function filled(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await fillShop(client)
  return client
}

/** Signed when it is sent, for a signature is old after five minutes. */
function told(order: Paid, event: Page['event']): Told {
  const letter = () => {
    const { body, signature } = signed(event)
    return { body, headers: { 'content-type': 'application/json', 'stripe-signature': signature } }
  }
  return { ...order, event: event.id, letter }
}
