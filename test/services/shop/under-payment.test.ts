import { expect } from 'chai'
import { sequelize } from '../../../src/db/sequelize.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Booking, CartItem, Enrolment, Order } from '../../../src/models/index.ts'
import { clearHolds, letGo } from '../../../src/services/mentoring/holds.ts'
import { deliver } from '../../../src/services/shop/deliver.ts'
import { compareWithStripe } from '../../../src/services/shop/ledger.ts'
import { MemberBasket } from '../../../src/services/shop/member-basket.ts'
import { orderOfPayment } from '../../../src/services/shop/order-of-payment.ts'
import { thaw } from '../../../src/services/shop/orders.ts'
import { payPageOf } from '../../../src/services/shop/pay-page.ts'
import { settle, settlePage } from '../../../src/services/shop/settle.ts'
import { createCourse } from '../../support/course-factories.ts'
import { ordered } from '../../support/orders.ts'
import { createCoupon, createCouponUse } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'

const now = () => new Date()
const anotherCourse = async () => (await createCourse({ status: 'published' })).reload({ include: 'author' })
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

describe('The page on which an order is paid', () => {
  const account = openStripe()

  it('stays the one when a request that began before it was made fails', async () => {
    const { order, maya } = await ordered(account, { session: false })
    const early = Order.build({ ...order.get(), stripeSession: null }, { isNewRecord: false })
    account.faults.push('error')
    await payPageOf(early, maya, now()).catch(({ name }) => expect(name).to.equal('StripeFailed'))

    const { stripeSession, attempt } = order
    expect(await order.reload()).to.include({ stripeSession, attempt })
  })

  it('is none that has run out, though Stripe tells of that late, when the order has begun anew', async () => {
    const { order, maya } = await ordered(account, { session: false })
    const old = order.stripeSession!
    account.expire(old)
    await order.update({ stripeSession: null, attempt: 2 })
    await settlePage(old, now())

    expect(await order.reload()).to.include({ state: 'pending', stripeSession: null })
    await payPageOf(order, maya, now())
    expect((await order.reload()).stripeSession).to.match(/^cs_/)
  })

  it('is passed over where it is none of ours, and so is its payment', async () => {
    const { order, pay } = await ordered(account, { session: false })
    await pay()
    const page = account.store.get('checkout.session', order.stripeSession!)
    page.client_reference_id = 'INV-7'
    account.store.get('payment_intent', page.payment_intent!).metadata = { order: 'INV-7' }
    await settlePage(page.id, now())

    expect(await orderOfPayment(page.payment_intent!, now())).to.equal(null)
    expect(await compareWithStripe(new Date(0))).to.deep.equal({ compared: 0, differing: [] })
    expect(await order.reload()).to.include({ state: 'pending' })
  })
})

describe('A payment that takes days', () => {
  const account = openStripe()

  async function processing(wishes: object = {}) {
    const world = await ordered(account, wishes)
    await account.press(world.url, { act: 'transfer' })
    expect(await settle(world.order.id, now())).to.equal('processing')
    const basket = new MemberBasket(world.maya)
    const contents = async () => {
      const { lines, gone } = await basket.contents(now())
      return { lines: lines.map(({ id }) => id), gone: gone.map((line) => `${line.gone} ${line.id}`) }
    }
    return { ...world, basket, contents }
  }

  it('leaves the cart to its owner, without what is being paid, whose time nobody lets go', async () => {
    const { maya, order, course, booking, basket, contents } = await processing()
    const another = await anotherCourse()
    await thaw(maya.id)
    await basket.add(another, now())

    expect(await order.reload()).to.include({ state: 'processing' })
    const paid = [`ordered ${course.id}`, `ordered ${booking.id}`]
    expect(await contents()).to.deep.equal({ lines: [another.id], gone: paid })
    for (const id of [course.id, booking.id]) await basket.remove(id, now())
    await Booking.update({ state: 'expired', endedBy: 'mentee', endedAt: now(), holdExpiresAt: null }, { where: {} })
    await letGo(maya.id, booking.id, now())
    await clearHolds(inDays(2))
    expect(await Booking.count()).to.equal(1)
    expect(await contents()).to.deep.equal({ lines: [another.id], gone: [] })

    await settle(order.id, now())
    account.settleTransfer(order.stripeSession!, true)
    expect(await settle(order.id, now())).to.equal('paid')
    expect([await Enrolment.count(), await CartItem.count()]).to.deep.equal([1, 1])
  })

  it('that fails gives course, time and coupon to the cart again; until then the coupon counts as used', async () => {
    const coupon = await createCoupon({ used: 1 })
    const world = await ordered(account)
    const { maya, order, url } = world
    const own = { couponId: coupon.id, memberId: maya.id }
    await createCouponUse(own)
    await createCouponUse({ ...own, orderId: order.id, state: 'reserved' })
    const basket = new MemberBasket(maya)
    expect((await basket.contents(now())).chosen).to.include({ refusal: undefined })
    await account.press(url, { act: 'transfer' })
    await settle(order.id, now())
    await basket.add(await anotherCourse(), now())
    expect((await basket.contents(now())).chosen!.refusal).to.contain('as often as one person may')

    account.settleTransfer(order.stripeSession!, false)
    expect(await settle(order.id, now())).to.equal('failed')
    const { lines, chosen } = await basket.contents(now())
    expect([lines.length, chosen!.refusal, (await coupon.reload()).used]).to.deep.equal([3, undefined, 0])
  })
})

describe('A time that is paid', () => {
  const account = openStripe()

  it('goes back where its time is forgotten in the very moment in which it would be given', async () => {
    const { booking, booked } = await ordered(account)
    const turn = await sequelize.transaction()
    const locked = { mentorId: booking.mentorId }
    await sequelize.query('select from mentor_profiles where mentor_id = $mentorId for update', {
      ...{ bind: locked, transaction: turn },
    })
    const given = deliver(booked, now())
    while (!(await isWaiting()));
    await Booking.destroy({ where: { id: booking.id }, transaction: turn })
    await turn.commit()

    expect(await given).to.equal('time gone')
  })

  async function isWaiting() {
    const { rows } = await sql(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    return rows.length > 0
  }
})
