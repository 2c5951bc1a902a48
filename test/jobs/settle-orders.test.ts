import { expect } from 'chai'
import { v4 } from 'uuid'
import { drainQueue } from '../../src/jobs/queue.ts'
import { schedule } from '../../src/jobs/schedule.ts'
import { sql } from '../../src/lib/sql.ts'
import { Alarm, Order, Refund, StripeRedaction } from '../../src/models/index.ts'
import { giveBack } from '../../src/services/shop/refunds/give-back.ts'
import { ordered } from '../support/orders.ts'
import { createOrder, createOrderItem } from '../support/shop-factories.ts'
import { openStripe } from '../support/stripe.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const { run } = schedule.find(({ name }) => name === 'settle-orders')!
const turn = (after = 0, dryRun = false) => run({ now: new Date(Date.now() + after), dryRun, confirmed: false })

describe('The job settle-orders', () => {
  const account = openStripe()

  it('settles what nobody told us of, ends what nobody pays, and one that fails keeps none waiting', async () => {
    const [paid, left, broken] = [
      await ordered(account, { session: false }),
      await ordered(account, { session: false }),
      await ordered(account, { session: false }),
    ]
    await paid.pay()
    await broken.order.update({ stripeSession: 'cs_test_unknown' })

    expect(await turn(0, true)).to.include({ settled: 3 })
    expect((await paid.order.reload()).state).to.equal('pending')
    expect(await turn()).to.include({ settled: 1 })
    expect(await turn(36 * MINUTE)).to.include({ settled: 1 })
    const states = (await Promise.all([paid, left, broken].map(({ order }) => order.reload()))).map(
      ({ state }) => state,
    )
    expect(states).to.deep.equal(['paid', 'expired', 'pending'])
  })

  it('tries refunds again that wait, and forgets within a month what was never paid', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    await paid()
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, new Date()))!
    await sql(
      "select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier = 'send-refund'))",
    )
    const unpaid = { state: 'expired' as const, paidAt: null, keptFrom: null }
    await createOrderItem({
      orderId: (await createOrder({ ...unpaid, createdAt: new Date(Date.now() - 31 * DAY) })).id,
    })
    await createOrder(unpaid)

    expect(await turn(11 * MINUTE, true)).to.deep.include({ refunds: 1, forgotten: 1 })
    expect(await turn(11 * MINUTE)).to.deep.include({ refunds: 1, forgotten: 1 })
    await drainQueue()
    expect((await refund.reload()).state).to.equal('succeeded')
    expect((await Order.findAll()).map(({ state }) => state).toSorted()).to.deep.equal(['expired', 'paid'])
    expect(account.store.all('refund', { payment_intent: (await order.reload()).stripePayment! })).to.have.lengthOf(1)
  })

  it('keeps an order of which something else was paid until somebody has looked at it', async () => {
    const createdAt = new Date(Date.now() - 31 * DAY)
    const order = await createOrder({ state: 'expired', paidAt: null, keptFrom: null, createdAt })
    const alarm = await Alarm.ring('payment differs', order.id)

    expect(await turn(0, true)).to.include({ forgotten: 0 })
    expect(await turn()).to.include({ forgotten: 0 })
    await alarm.update({ resolvedAt: new Date() })
    expect(await turn()).to.include({ forgotten: 1 })
  })

  it('pays back what is owed for a session, though paying back for another fails', async () => {
    const owed = [await ordered(account), await ordered(account)]
    for (const { paid, booking } of owed) {
      await paid()
      const ended = { state: 'cancelled' as const, respondBy: null, endedBy: 'mentor' as const, endedAt: new Date() }
      await (await booking.reload()).update({ ...ended, refundPercent: 100 })
    }
    await sql(`alter table refunds add constraint fails check (order_item_id <> '${owed[0]!.booked.id}')`)
    const done = await turn().finally(() => sql('alter table refunds drop constraint fails'))

    expect(done).to.include({ refunds: 1 })
    expect((await owed[1]!.booked.reload()).refundedMinor).to.equal(4500)
  })

  it('ends a session ahead once all of its money has gone back otherwise, and not before', async () => {
    const [back, part] = [await ordered(account), await ordered(account)]
    for (const { paid } of [back, part]) await paid()
    await giveBack(back.booked, { amountMinor: 4500, reason: 'outside policy' }, new Date())
    await giveBack(part.booked, { amountMinor: 4400, reason: 'outside policy' }, new Date())
    const states = async () => [(await back.booking.reload()).state, (await part.booking.reload()).state]

    await turn()
    expect(await states()).to.deep.equal(['requested', 'requested'])
    await drainQueue()
    expect(await turn()).to.include({ refunds: 0 })
    expect(await states()).to.deep.equal(['cancelled', 'requested'])
    expect(back.booking.endedBy).to.equal('staff')
    expect(await Refund.count()).to.equal(2)
  })

  it('rings where Stripe refuses to forget who has left, and asks again in a week (P28)', async () => {
    const objects = { checkout_sessions: ['cs_test_unknown'] }
    const { id } = await StripeRedaction.create({ subjectId: v4(), objects, dueAt: new Date() })
    await turn(MINUTE)
    expect(await Alarm.findOne()).to.include({ kind: 'task given up', detail: `redaction ${id}` })
    const { state, dueAt } = (await StripeRedaction.findByPk(id))!
    expect([state, dueAt > new Date(Date.now() + 6 * DAY)]).to.deep.equal(['waiting', true])
  })
})
