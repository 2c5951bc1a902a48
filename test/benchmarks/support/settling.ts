import { isStatement, type Step } from './ear.ts'
import type { Measured } from './measure.ts'
import type { Own } from './replay.ts'
import { quantile, Rush } from './rush.ts'
import type { Street, Told } from './street.ts'
import { enrolments, needEverythingOnce, untilNothingWaits, type Watch } from './watch.ts'

const PATH = '/webhooks/stripe'
/** Buyers with lower numbers are still choosing. */
const FIRST = 3001
const ALONE = 100
const BURST = 1000
/** How many connections Stripe is taken to use. */
const CONNECTIONS = 10
/** How many tasks are worked on at once, by us and by the floor. */
const AT_ONCE = 2
/** A number that nothing else is. */
const RUNNING = 700_001

type Recorded = { order: Told; taken: Step[]; handled: Step[]; since: number }

/** From what Stripe says to what was bought: one after the other, and a thousand at once. */
export async function settling(street: Street): Promise<Measured[]> {
  const { app, ours } = street
  const recorded = await record(street)
  await ours.query('truncate invoice_series, invoices')
  await app.ask({ tasks: true })
  return [...(await alone(street, recorded)), ...(await burst(street, recorded))]
}

/** What is sent for one order, from the webhook on; the second time, when every connection is open. */
async function record(street: Street): Promise<Recorded> {
  const { app, ours } = street
  const [first, order] = await street.paidOrders(ours, FIRST - 2, 2)
  await app.ask({ event: first!.letter() })
  await ours.query('update invoice_series set next = $1', [RUNNING])
  const since = Date.now()
  const steps = await app.ask<Pick<Recorded, 'taken' | 'handled'>>({ event: order!.letter() })
  return { order: order!, ...steps, since }
}

function statementsIn({ taken, handled }: Recorded) {
  return [...taken, ...handled].filter(isStatement).length
}

function ownOf({ order }: Recorded, other: Told, running: number): Own {
  const names = ['buyer', 'order', 'item', 'course', 'session', 'payment', 'event'] as const
  return {
    ...Object.fromEntries(names.map((name) => [order[name], other[name]])),
    [RUNNING]: String(running).padStart(6, '0'),
  }
}

/** From the request to the course: the median of some, each when the one before has been worked on altogether. */
async function alone(street: Street, recorded: Recorded): Promise<Measured[]> {
  const { app, floorApart, ours, apart } = street
  const { taken, handled, since } = recorded
  const orders = [await street.paidOrders(ours, FIRST, ALONE), await street.paidOrders(apart, FIRST, ALONE)] as const
  const owners = orders[1].map((other, n) => ownOf(recorded, other, n + 1))
  const bare = await floorApart.ask<{ path: string }>({ parts: [{ steps: [...taken, ...handled] }], since, owners })
  const [mine, theirs] = [new Rush(app.origin, PATH), new Rush(floorApart.origin, bare.path)]
  const [watch, watchApart] = [await enrolments(ours), await enrolments(apart)]

  const times: [number[], number[]] = [[], []]
  for (let n = 0; n < ALONE; n++) {
    times[0].push(await untilEnrolled(mine, orders[0][n]!, watch))
    times[1].push(await untilEnrolled(theirs, orders[1][n]!, watchApart))
    await untilNothingWaits(ours)
  }
  for (const rush of [mine, theirs]) rush.close()

  const [own, floor] = times.map((all) => quantile(all, 0.5)) as [number, number]
  return [
    {
      what: 'webhook to enrolment, one at a time: a second',
      ours: (1000 / own).toFixed(0),
      floor: (1000 / floor).toFixed(0),
      ratio: floor / own,
      reach: 0.6,
      queries: statementsIn(recorded),
    },
  ]
}

async function untilEnrolled(rush: Rush, order: Told, watch: Watch) {
  const began = performance.now()
  const enrolled = watch.until(order.buyer)
  const [answer] = await rush.post([order.letter()])
  if (answer!.status >= 400) throw new Error(`a webhook was answered ${answer!.status}`)
  await enrolled
  return watch.at.get(order.buyer)! - began
}

/** All told at once. Every one is answered, and nothing is lost or done twice; the floor does what the queue does. */
async function burst(street: Street, recorded: Recorded): Promise<Measured[]> {
  const { app, floorApart, ours, apart } = street
  const { taken, handled, since } = recorded
  const first = FIRST + ALONE
  const orders = await street.paidOrders(ours, first, BURST)
  const others = await street.paidOrders(apart, first, BURST)
  const owners = others.map((other, n) => ownOf(recorded, other, ALONE + n + 1))

  const parts = [
    { steps: taken, width: CONNECTIONS },
    { steps: handled, width: AT_ONCE },
  ]

  const rush = new Rush(app.origin, PATH)
  const watch = await enrolments(ours)
  const letters = orders.map(({ letter }) => letter())
  const began = performance.now()
  const [answers] = await Promise.all([
    rush.inRows(CONNECTIONS, letters),
    ...orders.map(({ buyer }) => watch.until(buyer)),
  ])
  const mine = (performance.now() - began) / 1000
  rush.close()
  if (answers.some(({ status }) => status !== 200)) throw new Error('a webhook was not taken')
  await needEverythingOnce(ours, orders)

  const { took } = await floorApart.ask<{ took: number }>({ parts, since, owners })
  return [
    {
      what: `${BURST} webhooks in a burst, until all is settled: a second`,
      ours: (BURST / mine).toFixed(0),
      floor: (BURST / took).toFixed(0),
      ratio: took / mine,
      reach: 0.5,
      queries: statementsIn(recorded),
    },
  ]
}
