import { expect } from 'chai'
import { Coupon, CouponUse } from '../../../src/models/index.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { createCartItem, createCoupon, createCouponUse, createOrder } from '../../support/shop-factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const ago = new Date(Date.now() - 60_000)
const ahead = new Date(Date.now() + 60_000)

/** Somebody with a course for 49 euros in their cart, and what they type as a coupon. */
async function buyer() {
  const maya = await createUser()
  const course = await createCourse({ priceMinor: 4900 })
  await createCartItem({ memberId: maya.id, courseId: course.id })
  const browser = await signedIn(maya)
  const type = (code: string) => browser.submit('/cart/coupon', { code }, { from: '/cart' })
  return { maya, browser, course, type }
}

describe('POST /cart/coupon', () => {
  it('takes a share or an amount off, however the code is typed, one at a time, in four statements', async () => {
    await createCoupon({ code: 'Tenth', percent: 10 })
    await createCoupon({ code: 'FIVE', amountMinor: 500, currency: 'EUR' })
    const { maya, browser, type } = await buyer()
    const total = async () => html(await browser.visit('/cart'))('dd.sum').text()

    expect((await type(' tENTH ')).headers.location).to.equal('/cart?note=coupon')
    expect(await total()).to.equal('€44.10')
    await type('five')
    expect(await total()).to.equal('€44.00')
    expect(await CouponUse.count({ where: { memberId: maya.id, state: 'chosen' } })).to.equal(1)
    expect(await statementsOf(() => browser.visit('/cart'))).to.have.lengthOf(4)

    await browser.submit('/cart/coupon/removal', {}, { from: '/cart' })
    expect(await total()).to.equal('€49.00')
  })

  it('says kindly why one does not count, and keeps what was typed', async () => {
    const { maya, type } = await buyer()
    const sentences: Record<string, [string, object]> = {
      EARLY: ['does not count yet', { startsAt: ahead }],
      OVER: ['has ended', { endsAt: ago }],
      GONE: ['as often as it could be', { most: 1, used: 1 }],
      MINE: ['as often as one person may', {}],
      LARGE: ['counts from €50.00 on', { leastMinor: 5000 }],
      DOLLARS: ['paid in USD', { amountMinor: 500, currency: 'USD' }],
    }
    for (const [code, [, terms]] of Object.entries(sentences)) await createCoupon({ code, ...terms })
    const mine = await Coupon.findOne({ where: { code: 'MINE' }, rejectOnEmpty: true })
    const order = await createOrder({ buyerId: maya.id })
    await createCouponUse({ couponId: mine.id, memberId: maya.id, orderId: order.id, state: 'redeemed' })

    for (const [code, sentence] of [
      ...Object.entries(sentences).map(([code, [said]]) => [code, said]),
      ['NONE', 'know no'],
    ]) {
      const answer = await type(code!)
      expect(answer.status, code).to.equal(422)
      expect(html(answer)('#code-error').text(), code).to.contain(sentence)
      expect(html(answer)('#code').val(), code).to.equal(code)
    }
    expect((await type('')).status).to.equal(422)
    expect(await CouponUse.count({ where: { state: 'chosen' } })).to.equal(0)
  })

  it('says of one in the cart that it counts no more, and comes along with a visitor who signs in', async () => {
    const coupon = await createCoupon({ code: 'TENTH', percent: 10 })
    const [{ maya, course }, browser] = [await buyer(), visitor()]
    for (const [path, fields] of [
      ['/cart/items', { course: course.slug }],
      ['/cart/coupon', { code: 'tenth' }],
    ] as const) {
      await browser.agent.post(path).type('form').send(fields).expect(303)
    }
    expect(html(await browser.visit('/cart'))('dd.sum').text()).to.equal('€44.10')

    await browser.submit('/login', { email: maya.email, password: PASSWORD })
    expect(await CouponUse.findOne()).to.include({ memberId: maya.id, couponId: coupon.id, state: 'chosen' })
    await coupon.end(ago)
    const $ = html(await browser.visit('/cart'))
    expect($('dd.sum').text()).to.equal('€49.00')
    expect($('aside').text()).to.contain('This coupon has ended, so nothing is taken off')
  })
})

describe('/staff/coupons', () => {
  it('is for admins, who make coupons and end them, in two statements', async () => {
    const ada = await createUser({ role: 'admin' })
    const browser = await signedIn(ada)
    const make = (fields: object) => browser.submit('/staff/coupons', { code: 'SPRING', each: '1', ...fields })
    const terms = { amount: '5', least: '20', most: '100', starts: '2026-03-01', ends: '2099-05-31' }

    expect((await make(terms)).status).to.equal(303)
    const [coupon] = await Coupon.findAll()
    expect(coupon).to.include({ amountMinor: 500, currency: 'EUR', leastMinor: 2000, most: 100, createdBy: ada.id })
    expect(coupon!.endsAt!.toISOString()).to.equal('2099-06-01T00:00:00.000Z')
    const list = html(await browser.visit('/staff/coupons'))
    expect(list('tbody').text()).to.contain('€5.00 off, from €20.00 on').and.contain('0 of 100').and.contain('Counts')
    expect(await statementsOf(() => browser.visit('/staff/coupons'))).to.have.lengthOf(2)

    const wrong = [
      {},
      { percent: '5', amount: '5' },
      { percent: '101' },
      { percent: '5', ends: 'soon' },
      { percent: '5', starts: '0000-01-01' },
      { percent: '5', each: '0' },
    ]
    for (const fields of [
      ...wrong,
      { percent: '5', code: 'a b' },
      { percent: '5', starts: '2026-02-02', ends: '2026-02-01' },
    ]) {
      expect((await make(fields)).status, JSON.stringify(fields)).to.equal(422)
    }
    expect(html(await make({ code: 'spring', percent: '5' }))('#code-error').text()).to.contain('already')

    await browser.submit(`/staff/coupons/${coupon!.id}/ending`)
    expect((await coupon!.reload()).hasEndedAt(new Date())).to.equal(true)
    await (await signedIn(await createUser({ role: 'support' }))).visit('/staff/coupons').expect(403)
  })
})
