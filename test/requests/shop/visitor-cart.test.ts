import { expect } from 'chai'
import { CartItem } from '../../../src/models/index.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { createEnrolment } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { createCartItem } from '../../support/shop-factories.ts'
import { html, type Visitor, visitor } from '../../support/visitor.ts'

/** Presses a button of a visitor's page: without a token, for they have no session. */
const press = (browser: Visitor, path: string, fields: object = {}) =>
  browser.agent.post(path).type('form').send(fields)
const lines = (answer: { text: string }) =>
  html(answer)('.lines h3')
    .toArray()
    .map((title) => html(answer)(title).text())

describe('The cart of a visitor', () => {
  it('begins its one cookie with the first course, holds each once, and ends the cookie with the last (P37)', async () => {
    const joints = await createCourse({ slug: 'joints', title: 'Joints', priceMinor: 4900 })
    const glaze = await createCourse({ slug: 'glaze', title: 'Glaze', priceMinor: 1200 })
    const browser = visitor()
    expect(html(await browser.visit('/cart').expect(200))('.empty a').attr('href')).to.equal('/courses')

    const first = await press(browser, '/cart/items', { course: 'joints' })
    expect(first.headers.location).to.equal('/cart?note=added')
    expect(first.headers['set-cookie']).to.have.lengthOf(1)
    expect(first.headers['set-cookie']![0]).to.match(/^cart=[\w.-]+; Max-Age=2592000; .*HttpOnly; SameSite=Lax$/)
    for (const course of ['glaze', 'joints']) await press(browser, '/cart/items', { course })

    const shown = await browser.visit('/cart')
    expect(lines(shown)).to.deep.equal(['Joints', 'Glaze'])
    expect(html(shown)('dd.sum').text()).to.equal('€61.00')
    expect(shown.headers).to.include({ 'cache-control': 'no-store' }).and.not.have.property('set-cookie')
    expect(html(await browser.visit('/courses/joints'))('.count, #offer a[href="/cart"]')).to.have.lengthOf(2)
    expect(await statementsOf(() => browser.visit('/cart'))).to.have.lengthOf(1)
    expect(await statementsOf(() => browser.visit('/cookies'))).to.have.lengthOf(0)

    for (const { id } of [joints, joints]) await press(browser, `/cart/items/${id}/removal`).expect(303)
    expect(lines(await browser.visit('/cart'))).to.deep.equal(['Glaze'])
    const last = await press(browser, `/cart/items/${glaze.id}/removal`)
    expect(last.headers['set-cookie']![0]).to.match(/^cart=; .*Expires=Thu, 01 Jan 1970/)
  })

  it('is refused when another site fills it, and is empty when somebody else has written it', async () => {
    await createCourse({ slug: 'joints' })
    const foreign = await press(visitor(), '/cart/items', { course: 'joints' }).set('Sec-Fetch-Site', 'cross-site')
    expect(foreign.status).to.equal(403)
    for (const forged of ['cart=x', 'cart=W10.W10', 'cart=%ff', `cart=${'x'.repeat(3000)}`]) {
      expect(lines(await visitor().visit('/cart').set('Cookie', forged).expect(200))).to.deep.equal([])
    }
  })

  it('asks about prices that moved, old beside new, and again where they move meanwhile', async () => {
    const course = await createCourse({ slug: 'joints', priceMinor: 7200 })
    const browser = visitor()
    await press(browser, '/cart/items', { course: 'joints' })
    await course.update({ priceMinor: 6600 })

    const $ = html(await browser.visit('/cart'))
    expect($('.lines .price').text()).to.match(/before €72.00\s+€66.00/)
    expect($('a[href*="/checkout"]')).to.have.lengthOf(0)
    await course.update({ priceMinor: 8000 })
    const again = await press(browser, '/cart/prices', { prices: $('[name=prices]').val() })
    expect(again.status).to.equal(422)
    expect(html(again)('.error-summary').text()).to.contain('changed again')
    await press(browser, '/cart/prices', { prices: html(again)('[name=prices]').val() }).expect(303)
    expect(html(await browser.visit('/cart'))('.lines s')).to.have.lengthOf(0)
  })

  it('comes along when they sign in, without what they have already, and leaves the browser', async () => {
    const maya = await createUser()
    const [owned, fresh, there] = [
      await createCourse(),
      await createCourse({ title: 'Fresh', priceMinor: 4900 }),
      await createCourse(),
    ]
    await createEnrolment({ learnerId: maya.id, courseId: owned.id })
    await createCartItem({ memberId: maya.id, courseId: there.id, priceSeenMinor: 100 })
    const browser = visitor()
    for (const { slug } of [owned, fresh, there]) await press(browser, '/cart/items', { course: slug })
    await fresh.update({ priceMinor: 9900 })

    const answer = await browser.submit('/login', { email: maya.email, password: PASSWORD, next: '/cart' })
    const items = await CartItem.findAll({ where: { memberId: maya.id }, order: ['createdAt'] })
    expect(items.map(({ courseId }) => courseId)).to.have.members([there.id, fresh.id])
    expect(items.map(({ priceSeenMinor }) => priceSeenMinor)).to.have.members([100, 4900])
    expect([answer.headers['set-cookie']].flat().join()).to.contain('cart=;')
    const shown = await browser.visit('/cart')
    expect(html(shown)('#flash').text()).to.contain('You have one course of your cart already')
    expect(html(shown)('.lines s')).to.have.lengthOf(2)
  })
})
