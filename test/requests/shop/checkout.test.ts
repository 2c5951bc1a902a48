import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { CartItem, Coupon, CouponUse, Disclosure, Order, OrderItem } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { leave } from '../../support/leaving.ts'
import { statementsOf } from '../../support/queries.ts'
import { buyer } from '../../support/shop-buyer.ts'
import { card, openStripe } from '../../support/stripe.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /checkout', () => {
  it('sums up lines, tax of where they are and the rules in words, in five statements, and may lead to Stripe', async () => {
    const { browser } = await buyer()
    const answer = await browser.visit('/checkout')
    const text = html(answer)('main').text()

    expect(text).to.contain('Joints').and.contain('VAT inside, Germany 19\u00a0%').and.contain('14 days')
    expect(html(answer)('dd.sum').text()).to.equal('€54.90')
    expect(html(answer)('#country').val()).to.equal('DE')
    expect(answer.headers['content-security-policy']).to.contain(`form-action 'self' ${config.stripe.checkoutOrigin};`)
    expect(await statementsOf(() => browser.visit('/checkout'))).to.have.lengthOf(5)
    expect((await visitor().visit('/checkout')).headers.location).to.equal('/login?next=%2Fcheckout')
    const empty = await signedIn(await createUser())
    expect((await empty.visit('/checkout')).headers.location).to.equal('/cart')
  })
})

describe('POST /checkout', () => {
  const account = openStripe()

  it('freezes the cart in one order however often it is sent, keeps the coupon, and leads to Stripe (P10)', async () => {
    const { maya, browser, coupon, form, send, press } = await buyer()
    const filled = await form()
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => send(filled)))

    expect(first!.status).to.equal(303)
    expect(new URL(first!.headers.location!).origin).to.equal(config.stripe.checkoutOrigin)
    for (const { headers } of others) expect(headers.location).to.equal(first!.headers.location)
    const [order, ...more] = await Order.findAll()
    expect(more).to.deep.equal([])
    expect(order).to.include({
      buyerId: maya.id,
      state: 'pending',
      totalMinor: 5490,
      discountMinor: 610,
      taxMinor: 877,
    })
    expect(order).to.include({ country: 'DE', buyerName: null, termsVersion: '2026-11-23', attempt: 1 })
    const items = await OrderItem.findAll({ where: { orderId: order!.id }, order: ['priceMinor'] })
    expect(items.map(({ totalMinor }) => totalMinor)).to.deep.equal([1080, 4410])
    expect(items.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).to.equal(877)
    expect((await coupon.reload()).used).to.equal(1)
    const told = (await Disclosure.findAll({ where: { userId: maya.id } })).map(({ fields }) => fields)
    expect(new Set(told.flat())).to.deep.equal(new Set(['users.email', 'order_items.title']))

    const cart = html(await browser.visit('/cart'))
    expect(cart('#pending').text()).to.equal('A payment is under way')
    expect(await statementsOf(() => browser.visit('/cart'))).to.have.lengthOf(4)
    expect((await press('/checkout/continuation')).headers.location).to.equal(first!.headers.location)
    await press('/checkout/cancellation')
    expect((await order!.reload()).state).to.equal('expired')
    expect(account.store.get('checkout.session', order!.stripeSession!).status).to.equal('expired')
    expect((await coupon.reload()).used).to.equal(0)
    expect(await CartItem.count()).to.equal(2)
  })

  it('goes on after Stripe has failed, and says of an order that has ended that it has', async () => {
    const { form, send, press } = await buyer()
    const filled = await form()
    account.faults.push('error')
    expect((await send(filled)).status).to.equal(503)
    await Order.update({ expiresAt: new Date(Date.now() + 20 * 60_000) }, { where: {} }) // a quarter of an hour later
    expect((await send(filled)).headers.location).to.match(/^http/)
    expect(await Order.findAll()).to.have.lengthOf(1)

    await press('/checkout/cancellation')
    const ended = await send(filled)
    expect(ended.status).to.equal(422)
    expect((await send({ ...filled, client_token: html(ended)('[name=client_token]').val() })).status).to.equal(303)
    expect((await Order.findAll()).map(({ state }) => state)).to.have.members(['expired', 'pending'])
  })

  it('shows what has changed, old beside new, and takes it once that is agreed to', async () => {
    const { courses, form, send } = await buyer()
    const filled = await form()
    await courses[0]!.update({ priceMinor: 5400 })
    await courses[1]!.update({ priceMinor: 700 }) // so that it comes to the same
    const answer = await send({ ...filled, full: 'on', name: 'Maya', address: 'Somewhere 1' })

    expect(answer.status).to.equal(422)
    expect(html(answer)('aside .price').text()).to.match(/before €49.00\s+€54.00/)
    expect(html(answer)('#name').val()).to.equal('Maya')
    expect(await Order.count()).to.equal(0)
    const $ = html(answer)
    await send({ ...filled, client_token: $('[name=client_token]').val(), prices: $('[name=prices]').val() }).then(
      ({ status }) => expect(status).to.equal(303),
    )
    expect(await Order.findOne()).to.include({ totalMinor: 5490, buyerName: null })
  })

  it('leaves a cart alone that is paid already, and ends an older order when another is made', async () => {
    const { form, send, press } = await buyer()
    const first = await send(await form())
    const second = await send(await form())
    expect((await Order.findAll({ order: ['createdAt'] })).map(({ state }) => state)).to.deep.equal([
      'expired',
      'pending',
    ])
    expect((await account.press(first.headers.location!, { card: card.pays })).status).to.not.equal(303)

    await account.press(second.headers.location!, { card: card.pays })
    expect((await press('/checkout/cancellation')).status).to.equal(409)
    expect((await press('/checkout/continuation')).headers.location).to.match(/^\/checkout\/return\?order=/)
    expect(await Coupon.sum('used')).to.equal(1)
    expect(await CouponUse.count({ where: { state: 'reserved' } })).to.equal(1)
  })

  it('of two windows lets one pay, and says so in the other', async () => {
    const { form, send } = await buyer()
    const answers = await Promise.all([await form(), await form(), await form()].map(send))

    const others = answers.filter(({ status }) => status !== 303)
    expect(answers.length - others.length).to.be.at.least(1)
    for (const other of others) {
      expect(other.status).to.equal(409)
      expect(other.text).to.contain('Please look at your cart')
    }
    expect(await Order.count({ where: { state: 'pending' } })).to.equal(1)
  })

  it('ends with who leaves: the order, what it kept of a coupon, and the page at Stripe (P24)', async () => {
    const { maya, coupon, form, send } = await buyer()
    await send(await form())
    await leave(maya, 'delete')
    await drainQueue()

    const order = (await Order.findOne())!
    expect(order).to.include({ state: 'expired', buyerId: null })
    expect(account.store.get('checkout.session', order.stripeSession!).status).to.equal('expired')
    expect((await coupon.reload()).used).to.equal(0)
  })
})
