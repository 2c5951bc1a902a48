import { expect } from 'chai'
import { Booking } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { createBooking, createSessionType } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { offered } from '../../support/sessions-world.ts'
import { html, htmx, signedIn, type Visitor, visitor } from '../../support/visitor.ts'

const [message, password] = ['A joint that will not close.', 'correct horse battery']

async function maya(zone = 'UTC') {
  const user = await createUser({ timeZone: zone })
  return { user, browser: await signedIn(user) }
}

/** The form as it stands on the page, with the first time chosen. */
async function formOn(page: string, browser: Visitor) {
  const shown = html(await browser.visit(page))
  const value = (name: string) => String(shown(`main [name=${name}]`).first().val())
  return { type: value('type'), start: value('start'), client_token: value('client_token'), tz: value('tz'), message }
}

describe('GET /mentors/:slug/times', () => {
  it('shows a week of days on the reader’s clock, with the mentor’s beside it, in five statements', async () => {
    const { page } = await offered({}, { timeZone: 'Europe/Prague' })
    const { browser } = await maya('Asia/Kolkata')

    const shown = html(await browser.visit(page))
    const statements = await statementsOf(() => browser.visit(page))
    const time = new Date(String(shown('[name=start]').first().val()))

    expect(statements).to.have.length.at.most(5)
    expect(shown('fieldset.day').length).to.equal(7)
    expect(shown('fieldset.day legend').first().text()).to.match(/^Mon/)
    expect(shown('fieldset.day label').first().text()).to.match(/^1[23]:30 09:00 in Prague$/)
    expect([7, 8]).to.include(time.getUTCHours())
    expect(shown('textarea[name=message]').length).to.equal(1)
    expect(shown('main').text()).to.contain('It costs nothing').and.not.contain('price back')
  })

  it('takes another zone and another week, alone for htmx', async () => {
    const { page } = await offered()
    const browser = visitor()
    const shown = html(await browser.visit(`${page}?tz=Asia/Kathmandu`))
    const later = shown('.pagination [rel=next]').attr('href')!
    const week = await browser.visit(later).set(htmx)

    expect(shown('#tz').val()).to.equal('Asia/Kathmandu')
    expect(shown('fieldset.day label').first().text()).to.match(/^14:45 09:00 in UTC/)
    expect(week.text)
      .to.match(/^\s*<div id="_week"/)
      .and.not.contain('<html')
    expect(html(week)('[rel=prev]').attr('href')).to.contain('tz=Asia%2FKathmandu')
    expect((await browser.visit(`${page}?week=2026-99-99&type=x&tz=Mars`)).status).to.equal(200)
  })

  it('leads a visitor to sign in and back to the time they chose, and sets no cookie', async () => {
    const [{ page }, { user }, browser] = [await offered(), await maya(), visitor()]
    const answer = await browser.visit(page)
    const form = html(answer)('form[action$=bookings]')
    const chosen = String(form.find('[name=start]').last().val())
    const query = new URLSearchParams(`${form.serialize()}&start=${chosen}`)

    expect(answer.headers).not.to.have.property('set-cookie')
    expect(html(answer)('[name=message]').length).to.equal(0)
    const { location } = (await browser.visit(`${form.attr('action')}?${query}`)).headers
    const next = html(await browser.visit(location!))('[name=next]').val()
    const back = await browser.submit('/login', { email: user.email, password, next }, { from: location! })
    const times = html(await browser.visit((await browser.visit(back.headers.location!)).headers.location!))
    expect(times('[name=start]:checked').val()).to.equal(chosen)
  })

  it('says where nothing can be booked: with oneself, paused, or suspended', async () => {
    const { page, mentor, profile } = await offered({ priceMinor: 4500 })
    const { browser } = await maya()

    expect(html(await browser.visit(page))('main').text())
      .to.contain('€45.00')
      .and.contain('Hold this time')
    expect(html(await (await signedIn(mentor)).visit(page))('main').text()).to.contain('with themselves')
    await profile.update({ listing: 'paused' })
    expect(html(await browser.visit(page))('main').text()).to.contain('Nothing to book')
    await mentor.update({ suspendedAt: new Date() })
    await browser.visit(page).expect(404)
  })
})

describe('POST /mentors/:slug/bookings', () => {
  it('books at once, once, and leads to the session', async () => {
    const { page, mentor, profile } = await offered()
    const { user, browser } = await maya('Asia/Kolkata')
    const form = await formOn(page, browser)
    const send = () => browser.submit('/mentors/tomas/bookings', form, { from: page })
    const answers = [await send(), await send()]
    form.client_token = mentor.id // another tab
    const again = await send()
    const [booking, ...more] = await Booking.findAll()
    expect(more).to.deep.equal([])
    for (const { headers } of answers) expect(headers.location).to.equal(`/sessions/${booking!.id}`)
    expect(booking).to.include({ mentorId: mentor.id, menteeId: user.id, state: 'confirmed', message })
    expect(booking!.busyUntil.getTime() - booking!.endsAt.getTime()).to.equal(10 * 60_000)
    expect((await profile.reload()).nextFreeAt).to.be.greaterThan(booking!.startsAt)
    expect(html(again)('#start-error').text()).to.contain('You have a session at that time already')
  })

  it('asks where the mentor answers first, and two requests may wait', async () => {
    const { page } = await offered({ needsApproval: true })
    const { browser } = await maya()
    const send = async () => browser.submit('/mentors/tomas/bookings', await formOn(page, browser), { from: page })

    const [first, second, third] = [await send(), await send(), await send()]
    expect([first.status, second.status, third.status]).to.deep.equal([303, 303, 409])
    expect(html(third)('.error-summary').text()).to.contain('wait for an answer already')
    expect(await Booking.count({ where: { state: 'requested' } })).to.equal(2)
  })

  it('says that a time is gone, keeps what was typed, and shows the times near it', async () => {
    const { page, mentor } = await offered()
    const { browser } = await maya()
    const form = await formOn(page, browser)
    await createBooking({ mentorId: mentor.id, startsAt: new Date(form.start) })
    const answer = await browser.submit('/mentors/tomas/bookings', form, { from: page })
    const shown = html(answer)

    expect(answer.status).to.equal(409)
    expect(shown('#start-error').text()).to.contain('not free any more')
    expect(shown('textarea').val()).to.equal(message)
    expect(shown('[name=client_token]').val()).to.equal(form.client_token)
    expect(shown('[name=start]').length).to.be.above(5)
    expect(shown(`[name=start][value="${form.start}"]`).length).to.equal(0)
  })

  it('says what is missing, refuses oneself and strangers’ sessions, and is for members', async () => {
    const { page, mentor } = await offered()
    const { browser } = await maya()
    const form = await formOn(page, browser)
    const send = (fields: object, who = browser) =>
      who.submit('/mentors/tomas/bookings', { ...form, ...fields }, { from: page })
    for (const [field, value] of Object.entries({ message: ' ', start: '10:00', client_token: 'x', type: 'x' })) {
      const answer = await send({ [field]: value })
      expect(answer.status, field).to.equal(422)
      expect(html(answer)('.error-summary li').length, field).to.equal(1)
    }
    expect((await send({ start: '+275760-09-13T00:00:00.000Z' })).status).to.equal(422)
    expect((await send({ type: (await createSessionType()).id })).status).to.equal(404)
    expect((await send({}, await signedIn(mentor))).status).to.equal(409)
    expect((await visitor().submit('/mentors/tomas/bookings', form)).status).to.equal(401)
    expect(await Booking.count()).to.equal(0)
  })
})
