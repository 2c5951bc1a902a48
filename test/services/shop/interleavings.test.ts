import { expect } from 'chai'
import { sql } from '../../../src/lib/sql.ts'
import { ProviderEvent } from '../../../src/models/index.ts'
import { handleEvent, takeEvent } from '../../../src/services/shop/events.ts'
import { compareWithStripe } from '../../../src/services/shop/ledger.ts'
import { reconcile } from '../../../src/services/shop/reconcile.ts'
import { settle } from '../../../src/services/shop/settle.ts'
import { settleOrders } from '../../../src/services/shop/settle-orders.ts'
import { signed } from '../../../src/simulators/stripe/post.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { card, openStripe } from '../../support/stripe.ts'

const ROUNDS = 200
const SEED = 20261125

/** The same numbers for the same seed, so that a failing round can be played again. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** What became of everything, order by order: nothing in it depends on when which event came. */
const books = `
  select o.state, o.total_minor as total, i.refunded_minor as back,
    (select count(*)::int from enrolments where order_item_id = i.id) as places,
    (select count(*)::int from enrolments where order_item_id = i.id and revoked_at is null and frozen_at is null) as open,
    (select count(*)::int from invoices where order_id = o.id) as documents,
    (select coalesce(sum(total_minor), 0)::int from invoices where order_id = o.id) as kept,
    (select string_agg(state, ',' order by state) from disputes where order_id = o.id) as disputes,
    (select count(*)::int from mails where about_id = o.id and template = 'receipt') as receipts
  from orders o join order_items i on i.order_id = o.id where o.id = any($ids::uuid[]) order by array_position($ids::uuid[], o.id)`

/** What the queue does with events that wait, without its letters: those are many, and told of elsewhere. */
async function work() {
  for (const { id } of await ProviderEvent.findAll({ where: { handledAt: null }, order: ['id'] })) {
    await handleEvent(id, new Date())
  }
}

describe('Events of Stripe, in any order', () => {
  const account = openStripe()

  it(`doubled, late, lost: ${ROUNDS} times they come to the same books (P29)`, async () => {
    const ids = new Map<string, string[]>()
    const roll = dice(SEED)
    const course = await createCourse({ priceMinor: 4900, status: 'published' })
    for (let round = 0; round < ROUNDS; round++) {
      const story = stories[round % stories.length]!
      ids.set(story.name, [...(ids.get(story.name) ?? []), await story.play(course)])
    }
    const all = [...ids.values()].flat()
    for (const event of shuffled(account.events(), roll)) {
      const { body, signature } = signed(event)
      await takeEvent(Buffer.from(body), signature, new Date())
      if (roll(20) === 0) await settle(all[roll(all.length)]!, new Date())
      if (roll(5) === 0) await work()
    }
    await work()
    await settleOrders(turn())
    await reconcile(turn())
    await work()

    for (const { name, ends } of stories) {
      const { rows } = await sql<object>(books, { ids: ids.get(name) })
      for (const [place, row] of rows.entries()) expect(row, `${name}, ${place}`).to.deep.equal({ ...paid, ...ends })
    }
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
  }).timeout(120_000)

  const turn = () => ({ now: new Date(), dryRun: false, confirmed: false })
  const paid = {
    state: 'paid',
    total: 4900,
    back: 0,
    places: 1,
    open: 1,
    documents: 1,
    kept: 4900,
    disputes: null,
    receipts: 1,
  }

  async function bought(course: Awaited<ReturnType<typeof createCourse>>, number = card.pays) {
    const { order, pay } = await ordered(account, { course, buyer: await createUser(), session: false })
    await pay(number)
    const { payment_intent: payment } = account.store.get('checkout.session', order.stripeSession!)
    return { order, payment: payment! }
  }

  type Course = Parameters<typeof bought>[0]
  const stories = [
    { name: 'paid', ends: {}, play: async (course: Course) => (await bought(course)).order.id },
    {
      name: 'given back in part',
      ends: { back: 1200, documents: 2, kept: 3700 },
      async play(course: Course) {
        const { order, payment } = await bought(course)
        account.giveBack(payment, 1200)
        return order.id
      },
    },
    {
      name: 'given back',
      ends: { back: 4900, documents: 3, kept: 0, open: 0 },
      async play(course: Course) {
        const { order, payment } = await bought(course)
        account.giveBack(payment, 900)
        account.giveBack(payment)
        return order.id
      },
    },
    {
      name: 'asked back and won',
      ends: { disputes: 'won' },
      async play(course: Course) {
        const { order, payment } = await bought(course)
        const { id } = account.dispute(payment)
        account.decide(id, 'lost')
        account.decide(id, 'won')
        return order.id
      },
    },
  ]
})

/** In any order, some twice; and one in ten is lost. */
function shuffled<Event>(events: Event[], roll: (sides: number) => number) {
  const told = events.filter(() => roll(10) > 0)
  const all = [...told, ...told.filter(() => roll(3) === 0)]
  return all
    .map((event) => ({ event, place: roll(1000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ event }) => event)
}
