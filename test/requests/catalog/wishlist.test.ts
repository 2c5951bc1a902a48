import { expect } from 'chai'
import { Course, WishlistItem } from '../../../src/models/index.ts'
import { MOST_KEPT } from '../../../src/services/catalog/wishlist.ts'
import { createCourse } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createEnrolment, createWishlistItem } from '../../support/learning-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, htmx, signedIn } from '../../support/visitor.ts'

describe('GET /wishlist', () => {
  it('shows the price then and now, and says where it fell, rose or is over, in two statements', async () => {
    const maya = await createUser()
    for (const [title, priceMinor] of Object.entries({ Fallen: 3900, Risen: 5900, Same: 4900, Free: 0 })) {
      await createWishlistItem({ memberId: maya.id, courseId: (await createCourse({ title, priceMinor })).id })
    }
    const closed = await createCourse({ title: 'Closed', status: 'closed', authorId: null })
    const taken = await createCourse({ title: 'Taken' })
    await createEnrolment({ learnerId: maya.id, courseId: taken.id })
    for (const { id } of [closed, taken]) await createWishlistItem({ memberId: maya.id, courseId: id })
    await createWishlistItem({ courseId: (await createCourse({ title: 'Of Bob' })).id })

    const browser = await signedIn(maya)
    const $ = html(await browser.visit('/wishlist'))
    const line = (title: string) => $('.lines li').filter((_, li) => $(li).find('h2').text() === title)

    expect($('.lines h2').first().text()).to.equal('Taken')
    expect(line('Fallen').text()).to.contain('€10.00 less than when you kept it')
    expect(line('Fallen').find('.price').text()).to.match(/before €49.00\s+€39.00/)
    expect(line('Risen').text()).to.contain('€10.00 more than when you kept it')
    expect(line('Same').find('.badge, s')).to.have.lengthOf(0)
    expect(line('Free').find('.price').text()).to.contain('Free')
    expect(line('Closed').text()).to.contain('No longer offered')
    expect(line('Taken').text()).to.contain('You take it')
    expect($('main').text()).to.not.contain('Of Bob')
    expect(await statementsOf(() => browser.visit('/wishlist'))).to.have.lengthOf(2)
  })

  it('helps who has kept nothing', async () => {
    const $ = html(await (await signedIn(await createUser())).visit('/wishlist'))
    expect($('.empty a').attr('href')).to.equal('/courses')
  })
})

describe('POST /wishlist', () => {
  it('keeps a course once, with what it costs then, and shows on its page that it is kept', async () => {
    const course = await createCourse({ slug: 'joints', priceMinor: 4900 })
    const maya = await createUser()
    const browser = await signedIn(maya)
    const keep = () => browser.submit('/wishlist', { course: 'joints' }, { from: '/settings/profile' })

    await browser.visit('/settings/profile')
    const [response] = await Promise.all([keep(), keep()])
    await course.update({ priceMinor: 3900 })
    await keep()

    expect(response.headers.location).to.equal('/courses/joints')
    const kept = { memberId: maya.id, courseId: course.id, priceSeenMinor: 4900, currency: 'EUR' }
    const items = await WishlistItem.findAll()
    expect(items).to.have.lengthOf(1)
    expect(items[0]).to.include(kept)
    const $ = html(await browser.visit('/courses/joints').set(htmx))
    expect($('#offer a[href="/wishlist"]')).to.have.lengthOf(1)
    expect($('#offer form[action="/wishlist"], html > body > header')).to.have.lengthOf(0)
  })

  it('refuses nothing at all, what is not there, what is over, and more than anybody can choose from', async () => {
    const maya = await createUser()
    const browser = await signedIn(maya)
    const status = async (fields: object) =>
      (await browser.submit('/wishlist', fields, { from: '/settings/profile' })).status
    await createCourse({ slug: 'closed', status: 'closed' })
    await createCourse({ slug: 'draft', status: 'draft' })
    const open = await createCourse({ slug: 'open' })

    expect(await status({})).to.equal(422)
    expect(await status({ course: ['open', 'closed'] })).to.equal(422)
    expect(await status({ course: 'nothing' })).to.equal(404)
    expect(await status({ course: 'draft' })).to.equal(404)
    expect(await status({ course: 'closed' })).to.equal(410)
    const { id: _, ...more } = open.get()
    const many = await Course.bulkCreate(Array.from({ length: MOST_KEPT }, (_, n) => ({ ...more, slug: `more-${n}` })))
    const seen = { memberId: maya.id, priceSeenMinor: 0, currency: 'EUR' }
    await WishlistItem.bulkCreate(many.map(({ id }) => ({ ...seen, courseId: id })))
    expect(await status({ course: 'open' })).to.equal(409)
  })
})

describe('POST /wishlist/:course/removal', () => {
  it('takes it off one’s own list and nobody else’s, also when asked twice', async () => {
    const [course, maya] = [await createCourse({ slug: 'joints' }), await createUser()]
    const bobs = await createWishlistItem({ courseId: course.id })
    await createWishlistItem({ courseId: course.id, memberId: maya.id })
    const browser = await signedIn(maya)
    const remove = (slug = 'joints') => browser.submit(`/wishlist/${slug}/removal`, {}, { from: '/settings/profile' })

    expect((await remove()).headers.location).to.equal('/wishlist')
    expect((await remove()).status).to.equal(303)
    expect((await remove('nothing')).status).to.equal(404)
    expect((await WishlistItem.findAll()).map(({ id }) => id)).to.deep.equal([bobs.id])
  })
})
