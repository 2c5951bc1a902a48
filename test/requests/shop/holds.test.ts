import { expect } from 'chai'
import { Booking, CartItem } from '../../../src/models/index.ts'
import { expireHolds } from '../../../src/services/mentoring/waiting.ts'
import { createUser } from '../../support/factories.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { offered } from '../../support/sessions-world.ts'
import { html, signedIn, type Visitor } from '../../support/visitor.ts'

const MINUTE = 60_000
const message = 'A joint that will not close.'
const turn = (now: Date) => ({ now, dryRun: false, confirmed: false })

async function world(type: object = {}) {
  const { page, mentor } = await offered({ priceMinor: 4500, needsApproval: true, ...type })
  const maya = await createUser()
  const browser = await signedIn(maya)
  return { page, mentor, maya, browser, hold: () => hold(browser, page) }
}

/** Chooses the first time that the page offers. */
async function hold(browser: Visitor, page: string) {
  const shown = html(await browser.visit(page))
  const value = (name: string) => String(shown(`main [name=${name}]`).first().val())
  const form = { type: value('type'), start: value('start'), client_token: value('client_token'), message }
  return { form, answer: await browser.submit('/mentors/tomas/bookings', form, { from: page }) }
}

describe('A time that costs something', () => {
  it('is held for 35 minutes in the cart, and on no page of sessions', async () => {
    const { page, mentor, maya, browser, hold } = await world()
    const { form, answer } = await hold()
    const again = await browser.submit('/mentors/tomas/bookings', form, { from: page })

    expect([answer.headers.location, again.headers.location]).to.deep.equal(['/cart', '/cart'])
    const [booking, ...more] = await Booking.findAll()
    expect(more).to.deep.equal([])
    expect(booking).to.include({ state: 'held', menteeId: maya.id, message })
    expect(booking!.holdExpiresAt!.getTime() - booking!.createdAt.getTime()).to.equal(35 * MINUTE)
    expect(await CartItem.findOne()).to.include({ memberId: maya.id, bookingId: booking!.id, priceSeenMinor: 4500 })

    const $ = html(await browser.visit('/cart'))
    expect($('.lines').text())
      .to.contain('A first look')
      .and.match(/3[45] minutes left,\s+held until/)
    expect($('dd.sum').text()).to.equal('€45.00')
    expect(html(await browser.visit(page))(`[name=start][value="${form.start}"]`)).to.have.lengthOf(0)
    for (const person of [browser, await signedIn(mentor)]) {
      for (const tab of ['upcoming', 'requests', 'past']) {
        expect((await person.visit(`/sessions?tab=${tab}`)).text).to.not.contain('A first look')
      }
      await person.visit(`/sessions/${booking!.id}`).expect(404)
    }
  })

  it('that was not paid is not said to be held when its form comes again, and can be held anew', async () => {
    const { browser, page, hold } = await world()
    const { form } = await hold()
    await expireHolds(turn(new Date(Date.now() + 36 * MINUTE)))
    const late = await browser.submit('/mentors/tomas/bookings', form, { from: page })
    const token = String(html(late)('main [name=client_token]').val())

    expect(late.status).to.equal(409)
    expect(html(late)('#start-error').text()).to.contain('is over by now')
    expect(html(late)('textarea').first().val()).to.contain(message)
    const anew = await browser.submit('/mentors/tomas/bookings', { ...form, client_token: token }, { from: page })
    expect(anew.headers.location).to.equal('/cart')
    expect(await Booking.count({ where: { state: 'held' } })).to.equal(1)
  })

  it('is held twice by one person at most, and never beside another session of theirs', async () => {
    const { maya, browser, page, hold } = await world()
    const start = new Date(
      String(
        html(await browser.visit(page))('[name=start]')
          .first()
          .val(),
      ),
    )
    const other = await createBooking({ menteeId: maya.id, startsAt: new Date(start.getTime() - 15 * MINUTE) })
    const busy = await hold()
    expect(busy.answer.status).to.equal(409)
    expect(html(busy.answer)('#start-error').text()).to.contain('a session at that time already')
    await other.destroy()

    expect([(await hold()).answer.status, (await hold()).answer.status]).to.deep.equal([303, 303])
    const third = await hold()
    expect(third.answer.status).to.equal(409)
    expect(html(third.answer)('#start-error').text()).to.contain('held for you already')
    expect(html(third.answer)('textarea').val()).to.equal(message)
    expect(await Booking.count()).to.equal(2)
  })

  it('is free again once it is taken out of the cart, by who holds it', async () => {
    const { page, browser, hold } = await world()
    const { form } = await hold()
    const { id } = (await Booking.findOne())!
    const bob = await signedIn(await createUser())
    await bob.submit(`/cart/items/${id}/removal`, {}, { from: '/settings/profile' })
    expect(await Booking.count()).to.equal(1)

    await browser.submit(`/cart/items/${id}/removal`, {}, { from: '/cart' })
    expect([await Booking.count(), await CartItem.count()]).to.deep.equal([0, 0])
    expect(html(await bob.visit(page))(`[name=start][value="${form.start}"]`)).to.have.lengthOf(1)
  })

  it('goes back when nobody has paid in time, which the cart says for a day; the mentor never hears of it', async () => {
    const { mentor, page, browser, hold } = await world()
    const { form } = await hold()
    const lapsed = new Date(Date.now() + 36 * MINUTE)
    await Booking.update({ holdExpiresAt: new Date() }, { where: {} })
    const before = html(await browser.visit('/cart'))
    expect(before('main').text()).to.contain('not held for you any more')
    expect(before('dd.sum')).to.have.lengthOf(0)

    expect(await expireHolds(turn(lapsed))).to.deep.equal({ expired: 1, forgotten: 0 })
    expect(await CartItem.count()).to.equal(0)
    const after = html(await browser.visit('/cart'))
    expect(after('main a[href^="/mentors/tomas/times"]').text()).to.equal('Choose another time')
    expect(after('.count')).to.have.lengthOf(0)
    expect(html(await browser.visit(page))(`[name=start][value="${form.start}"]`)).to.have.lengthOf(1)
    for (const tomas of [browser, await signedIn(mentor)]) {
      expect((await tomas.visit('/sessions?tab=past')).text).to.not.contain('A first look')
    }
    expect(await expireHolds(turn(new Date(lapsed.getTime() + 25 * 60 * MINUTE)))).to.include({ forgotten: 1 })
    expect(await Booking.count()).to.equal(0)
  })
})
