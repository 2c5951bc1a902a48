import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Alarm, Booking, CartItem, Enrolment, Invoice, Mail, Refund } from '../../../src/models/index.ts'
import { expireHolds } from '../../../src/services/mentoring/waiting.ts'
import { thaw } from '../../../src/services/shop/orders.ts'
import { settle } from '../../../src/services/shop/settle.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking, createSessionType } from '../../support/mentoring-factories.ts'
import { ledger, ordered } from '../../support/orders.ts'
import { createCouponUse } from '../../support/shop-factories.ts'
import { card, openStripe } from '../../support/stripe.ts'

const MINUTE = 60_000
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE)
const now = () => new Date()
const letters = async () => (await Mail.findAll({ order: ['template'] })).map(({ template }) => template)

describe('An order that is paid', () => {
  const account = openStripe()

  it('gives course, session and invoice once, uses up the coupon, empties the cart, and writes a receipt', async () => {
    const { maya, order, item, booking, pay } = await ordered(account)
    const use = await createCouponUse({ memberId: maya.id, orderId: order.id, state: 'reserved' })
    expect(await settle(order.id, now())).to.equal('pending')
    await pay()
    expect(new Set(await Promise.all([1, 2, 3].map(() => settle(order.id, now()))))).to.deep.equal(new Set(['paid']))

    expect(await order.reload()).to.include({ state: 'paid' })
    expect(order.stripePayment).to.match(/^pi_/)
    expect((await use.reload()).state).to.equal('redeemed')
    const [enrolment, ...more] = await Enrolment.findAll()
    expect(enrolment).to.include({ learnerId: maya.id, orderItemId: item.id, source: 'order' })
    expect(await booking.reload()).to.include({ state: 'requested', holdExpiresAt: null })
    expect(booking.respondBy).to.be.instanceOf(Date)
    const [invoice, ...others] = await Invoice.findAll()
    expect(invoice).to.include({ totalMinor: 9400, taxMinor: 1500, buyerId: maya.id })
    expect([more, others, await CartItem.count(), await Refund.count()]).to.deep.equal([[], [], 0, 0])
    expect(await letters()).to.deep.equal(['booking-requested', 'receipt'])
    await drainQueue()
    const receipt = (await mailbox()).find(({ subject }) => subject === 'What you bought')
    expect(receipt!.links).to.include(`/invoices/${invoice!.number}.pdf`)
  })

  it('agrees a session at once where its mentor wants it so, and lets Zoom make the meeting', async () => {
    const { order, booking, pay } = await ordered(account)
    await booking.update({
      typeId: (await createSessionType({ mentorId: booking.mentorId!, needsApproval: false })).id,
    })
    await pay()
    await settle(order.id, now())

    expect((await booking.reload()).state).to.equal('confirmed')
    expect(await letters()).to.deep.equal(['booking-confirmed', 'booking-confirmed', 'receipt'])
  })

  it('waits for a transfer, which comes or does not; what came after the end is given all the same', async () => {
    const [comes, fails, late] = [await ordered(account), await ordered(account), await ordered(account)]
    for (const { url, order } of [comes, fails]) {
      await account.press(url, { act: 'transfer' })
      expect(await settle(order.id, later(60 * 24))).to.equal('processing')
    }
    account.settleTransfer(comes.order.stripeSession!, true)
    account.settleTransfer(fails.order.stripeSession!, false)
    expect(await settle(comes.order.id, now())).to.equal('paid')
    expect(await settle(fails.order.id, now())).to.equal('failed')
    expect((await fails.booking.reload()).state).to.equal('held')

    await late.pay()
    await late.order.update({ state: 'expired' })
    expect(await settle(late.order.id, now())).to.equal('paid')
  })

  it('ends when nobody pays it: its page at Stripe closes, its coupon is free, its time is held until its end', async () => {
    const { maya, order, booking } = await ordered(account)
    const use = await createCouponUse({ memberId: maya.id, orderId: order.id, state: 'reserved' })
    await (await use.reload({ include: 'coupon' })).coupon!.update({ used: 1 })
    expect(await settle(order.id, later(36))).to.equal('expired')

    expect(account.store.get('checkout.session', order.stripeSession!).status).to.equal('expired')
    expect((await use.reload()).state).to.equal('released')
    expect((await booking.reload()).state).to.equal('held')
  })

  it('of which something else was paid than was ordered is not settled, and rings until somebody has looked at it', async () => {
    const { maya, order, pay } = await ordered(account)
    await pay()
    await order.update({ totalMinor: 9300, taxMinor: 1484 })
    expect(await settle(order.id, now())).to.equal('differs')
    expect(await order.reload()).to.include({ state: 'processing' })
    await thaw(maya.id)
    expect(await settle(order.id, now())).to.equal('differs')
    const alarm = (await Alarm.findOne())!
    expect(alarm).to.include({ kind: 'payment differs', detail: order.id })
    await alarm.resolve(await createUser({ role: 'privacy' }), now())
    expect(await settle(order.id, now())).to.equal('failed')
    expect(await order.reload()).to.include({ state: 'failed' })
    expect(await Alarm.count({ where: { resolvedAt: null } })).to.equal(0)
  })
})

describe('What cannot be given any more when it is paid', () => {
  const account = openStripe()

  it('is taken again where the time is still free, or paid back at once with three times near it', async () => {
    const [free, gone] = [await ordered(account), await ordered(account)]
    for (const { pay } of [free, gone]) await pay()
    await Booking.update({ holdExpiresAt: now() }, { where: {} })
    await expireHolds({ now: later(1), dryRun: false, confirmed: false })
    const { startsAt, mentorId } = gone.booking
    await createBooking({ mentorId, startsAt })
    for (const { order } of [free, gone]) await settle(order.id, later(2))

    expect(await free.booking.reload()).to.include({ state: 'requested', endedAt: null })
    expect((await gone.booking.reload()).state).to.equal('expired')
    await drainQueue()
    const { refunds, items } = await ledger(gone.order)
    expect(
      refunds.map(({ amountMinor, taxMinor, state, reason }) => [amountMinor, taxMinor, state, reason]),
    ).to.deep.equal([[4500, 718, 'succeeded', 'time gone']])
    expect(items.map(({ refundedMinor }) => refundedMinor)).to.deep.equal([0, 4500])
    const letter = (await mailbox()).find(({ subject }) => subject.startsWith('Your time was taken'))!
    expect(letter.links.filter((link) => link.includes('/times?week='))).to.have.lengthOf(3)
    expect(await Invoice.count({ where: { kind: 'credit note' } })).to.equal(1)
  })

  it('is paid back where the same course was bought in two windows, with a letter that says why', async () => {
    const first = await ordered(account, { session: false })
    await first.pay()
    await settle(first.order.id, now())
    const second = await ordered(account, { buyer: first.maya, course: first.course, session: false })
    await second.paid(card.refundsLater)
    await drainQueue()

    const [refund] = (await ledger(second.order)).refunds
    expect(refund).to.include({ amountMinor: 4900, taxMinor: 782, reason: 'bought twice', state: 'pending' })
    expect(await Enrolment.findAll()).to.have.lengthOf(1)
    expect((await mailbox()).map(({ subject }) => subject)).to.include('You have it already, so your money comes back')
  })
})
