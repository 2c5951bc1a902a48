import { createUser } from '../../support/factories.ts'
import { type Buyer, buyersOf, PRICE } from './buyers.ts'
import { isStatement, type Step } from './ear.ts'
import { inTurns, type Measured } from './measure.ts'
import type { Recorded } from './page.ts'
import type { Own } from './replay.ts'
import { type Letter, quantile, Rush } from './rush.ts'
import { sidOf, signIn, signInBeside, tokenOn } from './sign-in.ts'
import type { Street } from './street.ts'

const PATH = '/checkout'
const AT_ONCE = 16
/** So many buy in a round, each once. */
const IN_A_ROUND = 200
const ROUNDS = 3

type Customer = Buyer & { cookie: string; sid: string; letter: Letter }

/** The form of the checkout, posted until it leads to Stripe, against the same statements and the same call. */
export async function checkout(street: Street): Promise<Measured[]> {
  const { app, floor } = street
  const customers = await signedIn(street, 2 * (1 + ROUNDS) * IN_A_ROUND + 2)
  const take = (count: number) => customers.splice(0, count)
  await record(app, take(1)[0]!)
  const recorded = await record(app, take(1)[0]!)

  const others = take((1 + ROUNDS) * IN_A_ROUND)
  const { steps, since, order, page } = recorded
  const owners = others.map((other, n) => ({ ...ownOf(recorded, other), [order]: `OR-${n}` }))
  const bare = await floor.ask<{ path: string }>({ parts: [{ steps }], since, owners, answers: page })

  const [ours, theirs] = [new Rush(app.origin, PATH), new Rush(floor.origin, bare.path)]
  const turns: [() => Promise<Round>, () => Promise<Round>] = [
    () => inARound(ours, take(IN_A_ROUND)),
    () => inARound(theirs, others.splice(0, IN_A_ROUND)),
  ]
  for (const turn of turns) await turn()
  const rounds = await inTurns(ROUNDS, turns, ({ perSecond }) => perSecond)
  for (const rush of [ours, theirs]) rush.close()
  return compared(rounds, steps.filter(isStatement).length)
}

type Round = Awaited<ReturnType<typeof inARound>>

async function inARound(rush: Rush, customers: Customer[]) {
  const began = performance.now()
  const answers = await rush.inRows(
    AT_ONCE,
    customers.map(({ letter }) => letter),
  )
  const seconds = (performance.now() - began) / 1000
  const other = answers.find(({ status }) => status !== 303)
  if (other) throw new Error(`${PATH} answered ${other.status}`)
  const times = answers.map(({ milliseconds }) => milliseconds)
  return { perSecond: answers.length / seconds, p99: quantile(times, 0.99) }
}

function compared([ours, floor]: [Round, Round], queries: number): Measured[] {
  const both = <Value>(value: (round: Round) => Value) => ({ ours: value(ours), floor: value(floor) })
  const [rates, times] = [both(({ perSecond }) => perSecond.toFixed(0)), both(({ p99 }) => p99.toFixed(0))]
  const what = 'checkout (POST) to Stripe'
  return [
    { what: `${what}: requests a second`, ...rates, ratio: ours.perSecond / floor.perSecond, reach: 0.6, queries },
    {
      ...{ what: `${what}: 99th percentile, ms`, ...times, ratio: ours.p99 / floor.p99 },
      ...{ reach: 2, lowerIsBetter: true, queries },
    },
  ]
}

/** Buyers who are signed in, with the same form before them, each at an address of their own. */
async function signedIn({ app, ours }: Street, count: number): Promise<Customer[]> {
  const cookie = await signIn(app, (await createUser()).email)
  const { html } = await app.ask<Recorded>({ page: '/settings/profile', cookie })
  const form = { _csrf: tokenOn(html), country: 'DE', terms: 'on', prices: String(PRICE) }
  const body = new URLSearchParams({ ...form, client_token: '0b5d9a52-5f0c-4c6e-8d83-3f7a3f0a7c11' }).toString()

  const buyers = await buyersOf(ours, 1, count)
  const ids = buyers.map(({ buyer }) => buyer)
  return (await signInBeside(cookie, ids)).map(({ cookie, sid }, n) => {
    const letter = { body, cookie, address: `10.1.${n >> 8}.${n & 255}` }
    return { ...buyers[n]!, cookie, sid, letter }
  })
}

type Checkout = { customer: Customer; steps: Step[]; since: number; order: string; page: string }

/** One checkout, with the number of the order and of its page at Stripe. */
async function record(app: Street['app'], customer: Customer): Promise<Checkout> {
  const since = Date.now()
  const { cookie, letter } = customer
  const asked = { page: PATH, cookie, body: letter.body }
  const { status, steps } = await app.ask<Recorded & { steps: Step[] }>(asked)
  if (status !== 303) throw new Error(`${PATH} answered ${status}`)
  const said = JSON.stringify(steps)
  return { customer, steps, since, order: /OR-\w+/.exec(said)![0], page: /cs_test_\w+/.exec(said)![0] }
}

/** What stands in the place of the one who was recorded: also the two counters of their rate limit. */
function ownOf({ customer, steps }: Checkout, other: Customer): Own {
  const counters = JSON.stringify(steps).match(/checkout\/(client|account):[\w-]+/g)!
  return {
    ...Object.fromEntries(counters.map((counter) => [counter, `checkout/${counter[9]}:${other.buyer}`])),
    [customer.buyer]: other.buyer,
    [customer.course]: other.course,
    [sidOf(customer.cookie)]: other.sid,
  }
}
