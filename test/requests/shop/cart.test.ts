import { expect } from 'chai'
import { CartItem, WishlistItem } from '../../../src/models/index.ts'
import { MOST_IN_CART } from '../../../src/services/shop/cart.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment, createWishlistItem } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { createCartItem } from '../../support/shop-factories.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

const lines = (answer: { text: string }) =>
  html(answer)('.lines h3')
    .toArray()
    .map((title) => html(answer)(title).text())

describe('The cart of a member', () => {
  it('says what cannot be bought any more and leaves it out of the sum, in four statements', async () => {
    const maya = await createUser()
    const owned = await createCourse({ title: 'Owned' })
    await createEnrolment({ learnerId: maya.id, courseId: owned.id })
    const closed = await createCourse({ title: 'Closed', status: 'closed' })
    const open = await createCourse({ title: 'Open', priceMinor: 4900 })
    for (const { id } of [owned, closed, open]) await createCartItem({ memberId: maya.id, courseId: id })
    await createCartItem()

    const browser = await signedIn(maya)
    const answer = await browser.visit('/cart')
    expect(lines(answer)).to.deep.equal(['Open'])
    expect(html(answer)('dd.sum').text()).to.equal('€49.00')
    expect(html(answer)('main').text())
      .to.match(/Owned\s+You have it already/)
      .and.match(/Closed\s+It is no longer/)
    expect(html(await browser.visit('/courses'))('.count').text()).to.equal('with 3 in it')
    expect(await statementsOf(() => browser.visit('/cart'))).to.have.lengthOf(4)
  })

  it('takes what is offered, once, and refuses the rest', async () => {
    const tomas = await createUser({ role: 'mentor' })
    const course = await createCourse({ slug: 'joints', priceMinor: 4900 })
    await createCourse({ slug: 'own', authorId: tomas.id })
    await createCourse({ slug: 'closed', status: 'closed' })
    await createCourse({ slug: 'dollars', currency: 'USD' })
    const browser = await signedIn(tomas)
    const add = (fields: object) => browser.submit('/cart/items', fields, { from: '/settings/profile' })

    expect([(await add({ course: 'joints' })).status, (await add({ course: 'joints' })).status]).to.deep.equal([
      303, 303,
    ])
    expect(await CartItem.findAll()).to.have.lengthOf(1)
    expect((await CartItem.findOne())!).to.include({ courseId: course.id, memberId: tomas.id, priceSeenMinor: 4900 })
    const answers = { nothing: 404, own: 403, closed: 410, dollars: 409 }
    for (const [slug, status] of Object.entries(answers))
      expect((await add({ course: slug })).status, slug).to.equal(status)
    expect((await add({})).status).to.equal(422)
    for (let more = 1; more < MOST_IN_CART; more++) await createCartItem({ memberId: tomas.id })
    await createCourse({ slug: 'one-more' })
    expect((await add({ course: 'one-more' })).status).to.equal(409)
  })

  it('moves to the wishlist and back, and nobody takes out what is another’s', async () => {
    const maya = await createUser()
    const kept = await createCourse({ slug: 'kept' })
    await createWishlistItem({ memberId: maya.id, courseId: kept.id })
    const bobs = await createCartItem({ courseId: kept.id })
    const browser = await signedIn(maya)
    const post = (path: string) => browser.submit(path, {}, { from: '/settings/profile' })

    expect((await post('/wishlist/kept/move')).headers.location).to.equal('/cart?note=added')
    expect([await WishlistItem.count(), await CartItem.count()]).to.deep.equal([0, 2])
    expect((await post(`/cart/items/${kept.id}/move`)).headers.location).to.equal('/cart?note=kept')
    expect([await WishlistItem.count(), await CartItem.count()]).to.deep.equal([1, 1])
    await post(`/cart/items/${kept.id}/removal`)
    expect((await CartItem.findAll()).map(({ id }) => id)).to.deep.equal([bobs.id])
    expect((await post('/cart/items/x/removal')).status).to.equal(404)
  })

  it('changes where it stands when htmx asks, with its sum, its note and its number in the header', async () => {
    const maya = await createUser()
    const [gone, stays] = [
      await createCourse({ title: 'Gone' }),
      await createCourse({ title: 'Stays', priceMinor: 4900 }),
    ]
    for (const { id } of [gone, stays]) await createCartItem({ memberId: maya.id, courseId: id })
    const browser = await signedIn(maya)
    const path = `/cart/items/${gone.id}/removal`
    expect(html(await browser.visit('/cart'))(`#cart-note ~ #_cart form[action="${path}"]`).attr('hx-post')).to.equal(
      path,
    )

    const { headers } = await browser.submit(path, {}, { from: '/settings/profile', headers: htmx })
    const answer = await browser.visit(headers.location!).set(htmx)
    expect(html(answer)('.lines h3').text()).to.equal('Stays')
    expect(html(answer)('h1, #_cart dd.sum').text()).to.equal('€49.00')
    expect(html(answer)('[hx-target="#cart-note"]').text()).to.contain('It is out of your cart.')
    expect(html(answer)('[hx-target="#in-cart"] .count').text()).to.equal('with 1 in it')

    const wrong = await browser.submit('/cart/coupon', { code: 'x' }, { from: '/settings/profile', headers: htmx })
    expect([wrong.status, html(wrong)('#_cart [name=code][aria-invalid]').length]).to.deep.equal([422, 1])
  })
})
