import { expect } from 'chai'
import { Booking, CartItem, CouponUse, Enrolment, Invoice, Order } from '../../../src/models/index.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createBooking, createMentorProfile, createSessionType } from '../../support/mentoring-factories.ts'
import { createCartItem, createCoupon, createCouponUse } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'
import { html, signedIn } from '../../support/visitor.ts'

const MINUTE = 60_000

/** Somebody with a course and a held session in their cart. */
async function buyer() {
  const maya = await createUser()
  const course = await createCourse({ priceMinor: 4900, title: 'Joints' })
  const { mentorId } = await createMentorProfile()
  const type = await createSessionType({ mentorId, priceMinor: 4500, needsApproval: false })
  const booking = await createBooking({
    ...{ mentorId, menteeId: maya.id, typeId: type.id, priceMinor: 4500, state: 'held' },
    holdExpiresAt: new Date(Date.now() + 5 * MINUTE),
  })
  await createCartItem({ memberId: maya.id, courseId: course.id })
  await createCartItem({ memberId: maya.id, bookingId: booking.id, priceSeenMinor: 4500 })
  const browser = await signedIn(maya)

  async function buy(fields: object = {}) {
    const $ = html(await browser.visit('/checkout').expect(200))
    const value = (name: string) => String($(`main [name=${name}]`).val())
    const form = { country: 'DE', client_token: value('client_token'), prices: value('prices'), terms: 'on' }
    return browser.submit('/checkout', { ...form, ...fields }, { from: '/settings/profile' })
  }
  return { maya, browser, course, booking, buy }
}

describe('A cart that costs nothing', () => {
  it('is settled at once, without Stripe: courses, sessions, coupon, invoice', async () => {
    const { maya, browser, course, booking, buy } = await buyer()
    const coupon = await createCoupon({ percent: 100 })
    await createCouponUse({ couponId: coupon.id, memberId: maya.id })
    expect(
      html(await browser.visit('/checkout'))('aside button')
        .text()
        .trim(),
    ).to.equal('Take it for nothing')
    expect(html(await browser.visit('/checkout'))('aside .tie'), 'nothing goes to Stripe').to.have.lengthOf(0)

    const answer = await buy()
    const order = (await Order.findOne())!
    expect(answer.headers.location).to.equal(`/checkout/return?order=${order.id}`)
    expect(order).to.include({ state: 'paid', totalMinor: 0, discountMinor: 9400, stripeSession: null })
    expect(await Enrolment.findOne()).to.include({ learnerId: maya.id, courseId: course.id, source: 'order' })
    expect(await booking.reload()).to.include({ state: 'confirmed', holdExpiresAt: null })
    expect(await CouponUse.findAll()).to.have.lengthOf(1)
    expect(await CouponUse.findOne()).to.include({ orderId: order.id, state: 'redeemed' })
    expect([await CartItem.count(), await Invoice.count()]).to.deep.equal([0, 1])

    const shown = html(await browser.visit(answer.headers.location!).expect(200))
    expect(shown('h1').text()).to.equal('It is yours')
    expect(shown(`a[href="/learn/${course.slug}"], a[href="/sessions/${booking.id}"]`)).to.have.lengthOf(2)
    expect(await Invoice.count()).to.equal(1)
    const bob = await signedIn(await createUser())
    await bob.visit(answer.headers.location!).expect(404)
    await bob.visit('/checkout/return?order=x').expect(404)
  })
})

describe('The bill', () => {
  openStripe()

  it('keeps no name without being asked to, and holds the time until it can be paid no more', async () => {
    const { booking, buy } = await buyer()
    expect((await buy({ name: 'Maya', address: 'Somewhere 1', company: 'Lindqvist' })).status).to.equal(303)
    const order = (await Order.findOne())!
    expect(order).to.include({ buyerName: null, buyerAddress: null, company: null, vatId: null })
    expect((await Booking.findByPk(booking.id))!.holdExpiresAt).to.deep.equal(order.expiresAt)
  })

  it('takes a company with all three of its own, and a VAT id as its country writes them', async () => {
    const { buy } = await buyer()
    const company = { full: 'on', company: 'Lindqvist AB', company_address: 'Gatan 1', vat_id: 'de 123 456 789' }
    await buy(company)
    expect(await Order.findOne()).to.include({ company: 'Lindqvist AB', vatId: 'DE123456789', buyerName: null })
  })

  it('says what is missing or wrong, a sentence a field, and refuses card numbers wherever they are pasted (P34)', async () => {
    const { buy } = await buyer()
    const wrong: [object, string[]][] = [
      [{ full: 'on' }, ['name', 'address']],
      [{ full: 'on', company: 'Lindqvist AB' }, ['company_address', 'vat_id']],
      [{ full: 'on', company: 'L', company_address: 'G', vat_id: 'DE12345' }, ['vat_id']],
      [{ full: 'on', name: 'Maya\nof another house', company: '\u202eHbmG' }, ['name', 'company']],
      [{ full: 'on', name: 'Maya', address: ' ,\n,' }, ['address']],
      [{ country: 'XX' }, ['country']],
      [{ terms: '' }, ['terms']],
      [{ prices: '-1' }, ['prices']],
      [{ client_token: 'x' }, ['client_token']],
    ]
    for (const [fields, names] of wrong) {
      const answer = await buy(fields)
      expect(answer.status, JSON.stringify(fields)).to.equal(422)
      expect(html(answer)('.error-summary li')).to.have.lengthOf(names.length)
      for (const name of names) expect(html(answer)(`.error-summary a[href="#${name}"]`), name).to.have.lengthOf(1)
    }
    expect(html(await buy({ full: 'on' }))('.if-ticked fieldset .hint'), 'only the VAT id needs one').to.have.lengthOf(
      1,
    )
    for (const field of ['name', 'address', 'company', 'company_address', 'vat_id']) {
      const answer = await buy({ full: 'on', [field]: '4242 4242 4242 4242' })
      expect(html(answer)('.error-summary').text(), field).to.contain('looks like a card number')
    }
    expect(await Order.count()).to.equal(0)
  })

  it('names what of the cart is not in the order', async () => {
    const { maya, browser } = await buyer()
    const courseId = (await createCourse({ title: 'Roofs', status: 'closed', priceMinor: 1000 })).id
    await createCartItem({ memberId: maya.id, courseId })
    expect(html(await browser.visit('/checkout'))('main').text()).to.contain('Roofs is not in this order.')
  })
})
