import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { schedule } from '../../../src/jobs/schedule.ts'
import { Alarm, Disclosure, Dispute, Enrolment, Refund, StaffAction } from '../../../src/models/index.ts'
import { reconcile } from '../../../src/services/shop/reconcile.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { previewsOf } from '../../../src/services/shop/refunds/preview.ts'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { statementsOf } from '../../support/queries.ts'
import { createDispute } from '../../support/shop-factories.ts'
import { card, openStripe } from '../../support/stripe.ts'
import { html, signedIn } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const settleOrders = schedule.find(({ name }) => name === 'settle-orders')!

describe('A payment that a bank asks back', () => {
  const account = openStripe()

  async function disputed(wishes: object = { session: false }) {
    const world = await ordered(account, wishes)
    await world.pay(card.disputed)
    await heard()
    const dispute = (await Dispute.findOne({ where: { orderId: world.order.id } }))!
    return { ...world, dispute, place: (await Enrolment.findOne({ where: { orderItemId: world.item.id } }))! }
  }

  /** Whatever order the events come in. */
  async function heard() {
    for (const event of account.events().reverse()) await account.tell(event)
    await drainQueue()
  }

  async function decided(dispute: Dispute, how: 'won' | 'lost') {
    account.decide(dispute.stripeDispute, how)
    await heard()
    return dispute.reload()
  }

  it('is known though it is told before the payment; its course rests, and opens again when it is won', async () => {
    const { maya, course, dispute, place } = await disputed()
    const browser = await signedIn(maya)
    expect(dispute).to.include({ state: 'open', reason: 'fraudulent', amountMinor: 4900, buyerId: maya.id })
    expect(place.isFrozen).to.equal(true)
    expect((await browser.visit(`/learn/${course.slug}`).expect(403)).text).to.contain('the course rests')

    expect((await decided(dispute, 'won')).resolvedAt).to.be.a('date')
    expect((await place.reload()).isFrozen).to.equal(false)
    expect((await decided(dispute, 'lost')).state).to.equal('lost')
    expect((await place.reload()).isFrozen).to.equal(true)
    expect((await decided(dispute, 'won')).state).to.equal('won')
    expect((await place.reload()).isFrozen).to.equal(false)
  })

  it('is found at night where nobody told of it, or of what was decided', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    const { id } = account.dispute((await paid()).stripePayment!)
    const night = () => reconcile({ now: new Date(), dryRun: false, confirmed: false })
    await night()
    const place = (await Enrolment.findOne({ where: { orderItemId: item.id } }))!
    expect(place.isFrozen).to.equal(true)
    account.decide(id, 'won')
    await night()
    expect((await place.reload()).isFrozen).to.equal(false)
    account.decide(id, 'lost')
    await night()
    expect(await Dispute.findOne({ where: { orderId: order.id } })).to.include({ state: 'lost' })
  })

  it('is not refunded meanwhile: what had to go back waits, goes once it is won, and is not owed once it is lost', async () => {
    const [won, lost] = [await disputed(), await disputed()]
    await won.order.reload()
    expect((await previewsOf(won.order, new Date())).get(won.item.id)).to.include({ because: 'disputed' })
    for (const { item } of [won, lost]) await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, new Date())
    await drainQueue()
    expect((await Refund.findAll()).map(({ state }) => state)).to.deep.equal(['pending', 'pending'])

    await decided(won.dispute, 'won')
    await decided(lost.dispute, 'lost')
    const states = await Promise.all([won, lost].map(({ item }) => Refund.findOne({ where: { orderItemId: item.id } })))
    expect(states.map((refund) => refund!.state)).to.deep.equal(['succeeded', 'refused'])
    expect((await lost.item.reload()).refundedMinor).to.equal(0)
    expect([(await won.place.reload()).isLive, (await lost.place.reload()).isLive]).to.deep.equal([false, true])
    expect(lost.place.isFrozen).to.equal(true)
  })

  it('stands on the board with its last day, rings two days before, and is answered with what the page lists (P10, P14)', async () => {
    const { maya, order, dispute } = await disputed()
    await createDispute({ state: 'won', resolvedAt: new Date(), evidenceDueAt: null })
    const due = dispute.evidenceDueAt!.getTime()
    await settleOrders.run({ now: new Date(due - 3 * DAY), dryRun: false, confirmed: false })
    expect(await Alarm.count()).to.equal(0)
    await settleOrders.run({ now: new Date(due - DAY), dryRun: false, confirmed: false })
    expect(await Alarm.findOne()).to.include({ kind: 'dispute due', detail: dispute.id })

    const sam = await signedIn(await createUser({ role: 'support' }))
    const path = `/staff/disputes/${dispute.id}`
    expect(html(await sam.visit('/staff/disputes'))('section[aria-labelledby=due] a').attr('href')).to.equal(path)
    expect(await statementsOf(() => sam.visit('/staff/disputes'))).to.have.length.below(5)
    const $ = html(await sam.visit(path))
    const listed = $('section[aria-labelledby=evidence] dd')
      .map((_, one) => $(one).text())
      .get()
    expect((await sam.submit(`${path}/evidence`, {}, { from: path })).status).to.equal(422)
    await sam.submit(`${path}/evidence`, { reason: 'It was watched' }, { from: path })
    await drainQueue()

    const { evidence, status } = account.store.get('dispute', dispute.stripeDispute)
    expect(status).to.equal('under_review')
    expect(evidence).to.include({ customer_name: 'Maya', customer_email_address: maya.email })
    expect(evidence).to.include({
      uncategorized_text: `Order ${order.number}`,
      product_description: 'Joints that hold',
    })
    expect(Object.values(evidence)).to.have.members(listed)
    expect(await dispute.reload()).to.include({ state: 'answered' })
    expect(html(await sam.visit(path))('#evidence').text()).to.equal('What was handed over')
    expect((await Alarm.findOne())!.resolvedAt).to.be.a('date')
    expect(await StaffAction.count({ where: { aboutId: maya.id, action: 'handed evidence to Stripe' } })).to.equal(1)
  })

  it('whose evidence Stripe refuses rings and may be answered again; what was told is on record all the same (P10)', async () => {
    const { maya, dispute } = await disputed()
    const { evidence_details: details } = account.store.get('dispute', dispute.stripeDispute)
    const due = details.due_by
    details.due_by = 0
    const sam = await signedIn(await createUser({ role: 'support' }))
    const path = `/staff/disputes/${dispute.id}`
    const answer = async () => {
      await sam.submit(`${path}/evidence`, { reason: 'It was watched' }, { from: path })
      await drainQueue()
      return dispute.reload()
    }
    expect(await answer()).to.include({ state: 'open', answeredAt: null, answeredBy: null })
    expect(await Alarm.findOne()).to.include({ kind: 'dispute due', detail: dispute.id })
    const told = { userId: maya.id, purpose: 'to answer a bank that asks a payment back' }
    expect((await Disclosure.findOne({ where: told }))!.fields).to.include('users.email')

    details.due_by = due
    expect(await answer()).to.include({ state: 'answered' })
    expect((await Alarm.findOne())!.resolvedAt).to.be.a('date')
  })
})
