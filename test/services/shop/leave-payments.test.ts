import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { schedule } from '../../../src/jobs/schedule.ts'
import { Order, OrderItem, Refund, StripeCustomer, StripeRedaction, User } from '../../../src/models/index.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { compactReceipt, signedReceipt } from '../../../src/services/privacy/erasure/receipts.ts'
import { checks } from '../../../src/services/privacy/promises/checks/index.ts'
import { compareWithStripe } from '../../../src/services/shop/ledger.ts'
import { payPageOf } from '../../../src/services/shop/pay-page.ts'
import { settlePage } from '../../../src/services/shop/settle.ts'
import { trace } from '../../../src/services/shop/traces.ts'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { createOrder } from '../../support/shop-factories.ts'
import { card, openStripe } from '../../support/stripe.ts'
import { html, visitor } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const after = (days: number) => new Date(Date.now() + days * DAY)
const run = (name: string, now: Date) =>
  schedule.find((job) => job.name === name)!.run({ now, dryRun: false, confirmed: false })

async function erased(person: User) {
  await person.reload()
  await person.askForErasure(new Date(), 'delete')
  return (await new ErasureService().erase(person, after(15)))!
}

describe('Somebody who leaves and has paid', () => {
  const account = openStripe()

  /** At Stripe's door, and to have their card remembered. */
  async function remembering(buyer: User) {
    const made = await ordered(account, { buyer, session: false })
    account.expire(made.order.stripeSession!)
    const pages = [made.order.stripeSession]
    await made.order.update({ rememberCard: true })
    const url = await payPageOf(made.order, buyer, new Date())
    await made.order.reload()
    pages.push(made.order.stripeSession)
    return { ...made, pages, pay: () => account.press(url, { card: card.pays }) }
  }

  it('is forgotten by Stripe: their card at once, their payments after 90 days, for all with the receipt to see (P24, P28)', async () => {
    const { maya, order: forgotten } = await ordered(account, { session: false })
    for (const days of [1, 31]) await run('settle-orders', after(days))
    expect(await Order.findAll()).to.deep.equal([])
    const { order, pages, pay } = await remembering(maya)
    await pay()
    await run('settle-orders', new Date())
    await order.reload()
    const { customer } = (await StripeCustomer.findOne())!
    const erasure = await erased(maya)
    await drainQueue()

    expect(account.store.get('customer', customer).deleted).to.equal(true)
    const redaction = (await StripeRedaction.findOne())!
    expect(redaction.objects).to.deep.equal({
      customers: [customer],
      checkout_sessions: [forgotten.stripeSession, ...pages],
      payment_intents: [order.stripePayment],
    })
    expect(redaction.dueAt.getTime() - order.paidAt!.getTime()).to.be.within(90 * DAY, 91 * DAY)
    const page = `/privacy/receipts?of=${compactReceipt(signedReceipt(erasure))}`
    expect(html(await visitor().visit(page))('main').text()).to.contain('payments are forgotten from')

    await run('settle-orders', after(89))
    expect((await redaction.reload()).state).to.equal('waiting')
    account.store.now = () => after(91)
    for (let n = 0; n < 3; n++) await run('settle-orders', after(91))
    account.store.now = () => new Date()
    expect((await redaction.reload()).state).to.equal('done')
    expect(account.everything()).not.to.contain(maya.email)
    expect((await visitor().visit(page)).text).to.contain('Forgotten on')
  })

  it('is forgotten by Stripe though they left before they had paid, with the card they had remembered (P28)', async () => {
    const { maya, order, pages, pay } = await remembering(await createUser())
    const receipt = await erased(maya)
    await pay()
    for (let n = 0; n < 2; n++) await settlePage(order.stripeSession!, new Date())
    await drainQueue()

    const [redaction, ...others] = await StripeRedaction.findAll()
    const { customers, ...objects } = redaction!.objects
    const { stripePayment } = await order.reload()
    expect([others, redaction!.subjectId]).to.deep.equal([[], receipt.id])
    expect(objects).to.deep.equal({ checkout_sessions: pages, payment_intents: [stripePayment] })
    expect(account.store.get('customer', customers![0]!).deleted).to.equal(true)
    expect(await StripeCustomer.count()).to.equal(0)
  })

  it('is forgotten by Stripe though their page to pay was being made (P28)', async () => {
    const { maya, order, pages } = await remembering(await createUser())
    await erased(maya)
    for (const page of ['cs_made_meanwhile', ...pages]) await trace(order, page!, undefined, new Date())
    const all = (await StripeRedaction.findAll({ order: ['id'] })).map(({ objects }) => objects)
    expect(all).to.deep.equal([{ checkout_sessions: pages }, { checkout_sessions: ['cs_made_meanwhile'] }])
  })

  it('as a mentor with sessions ahead that are paid, gives all of it back', async () => {
    const { booking, booked, paid } = await ordered(account)
    await paid()
    await bookingService.accept(await booking.reload(), new Date())
    const mentor = (await User.findByPk(booking.mentorId!))!
    await booking.update({
      startsAt: after(20),
      endsAt: new Date(after(20).getTime() + 1_800_000),
      busyFrom: after(20),
      busyUntil: new Date(after(20).getTime() + 1_800_000),
    })
    await erased(mentor)
    await drainQueue()
    expect(await Refund.findOne({ where: { orderItemId: booked.id } })).to.include({
      amountMinor: 4500,
      state: 'succeeded',
      reason: 'cancelled',
    })
  })
})

describe('The books beside those of Stripe', () => {
  const account = openStripe()

  it('are compared every night; what no event told of is put right, and what differs breaks the promise (P03, P10, P29)', async () => {
    const [told, untold] = [await ordered(account), await ordered(account, { session: false })]
    const evidence = { now: new Date() } as Parameters<NonNullable<typeof checks.P29>>[0]
    const { stripePayment } = await told.paid()
    await untold.pay()
    account.giveBack(stripePayment!, 1000)
    expect(await compareWithStripe(new Date(0))).to.deep.include({ compared: 2 })
    expect((await checks.P29!(evidence)).state).to.equal('broken')
    await run('reconcile-payments', new Date())
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
    expect((await Order.findByPk(untold.order.id))!.state).to.equal('paid')
    const unheard = await createOrder({ buyerId: told.maya.id })
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([unheard.id])
    await unheard.destroy()
    expect(await OrderItem.sum('refundedMinor', { where: { orderId: told.order.id } })).to.equal(1000)
    expect((await checks.P29!(evidence)).state).to.equal('kept')
    expect(await checks.P10!(evidence)).to.deep.equal({
      state: 'kept',
      figure: 'name, address and titles, 0 other fields',
    })
  })
})
