import { expect } from 'chai'
import { SessionType } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import {
  createBooking,
  createMentorProfile,
  createSessionType,
  createWeeklyHour,
} from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/mentor/types'
const typed = { title: 'At the bench', description: '', minutes: '60', price: '45', approval: 'on' }

async function tomas() {
  const mentor = await createUser({ role: 'mentor' })
  const profile = await createMentorProfile({ mentorId: mentor.id })
  return { mentor, profile, browser: await signedIn(mentor) }
}

describe('GET /mentor/types', () => {
  it('shows a mentor what can be booked with them, in three statements', async () => {
    const { mentor, browser } = await tomas()
    await createSessionType({ mentorId: mentor.id, title: 'At the bench', minutes: 60, priceMinor: 4500 })
    await createSessionType({ mentorId: mentor.id, title: 'Long ago', archivedAt: new Date() })
    await createSessionType({ title: 'Somebody else’s' })

    await browser.visit(from)
    const statements = await statementsOf(() => browser.visit(from))
    const text = html(await browser.visit(from))('main').text()

    expect(statements).to.have.length.at.most(3)
    expect(text).to.contain('At the bench').and.contain('60 minutes, €45.00').and.contain('A booking stands at once')
    expect(text).not.to.contain('Long ago').and.not.contain('Somebody else’s')
  })

  it('sends who has not been accepted to their application, and is for mentors alone', async () => {
    const waiting = await (await signedIn(await createUser({ role: 'mentor' }))).visit(from).expect(403)

    expect(html(waiting)('main a[href="/mentor/apply"]')).to.have.lengthOf(1)
    await (await signedIn(await createUser())).visit(from).expect(403)
  })
})

describe('POST /mentor/types', () => {
  it('offers a session, once however often it is sent, and the mentor has a next free time', async () => {
    const { mentor, profile, browser } = await tomas()
    await createWeeklyHour({ mentorId: mentor.id })

    await browser.visit(from)
    const send = () => browser.submit(from, typed, { from })
    const answers = await Promise.all([send(), send()])

    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303])
    const offered = { title: 'At the bench', minutes: 60, priceMinor: 4500, needsApproval: true }
    expect(await SessionType.findOne()).to.include(offered)
    expect(await SessionType.count()).to.equal(1)
    expect((await profile.reload()).nextFreeAt).to.be.greaterThan(new Date())
  })

  it('says what is wrong with a length or a price, and keeps what was typed', async () => {
    const { browser } = await tomas()
    for (const wrong of [
      { minutes: '17' },
      { minutes: '10' },
      { minutes: '1e2' },
      { price: '0.20' },
      { price: '-1' },
    ]) {
      const answer = await browser.submit(from, { ...typed, ...wrong }, { from })
      const [name] = Object.keys(wrong)

      expect(answer.status, JSON.stringify(wrong)).to.equal(422)
      expect(html(answer)(`#${name}-error`).text()).to.match(/\w+ \w+/)
      expect(html(answer)('[name=title]').val()).to.equal('At the bench')
    }
  })

  it('stops at twelve', async () => {
    const { mentor, browser } = await tomas()
    for (let n = 0; n < 12; n++) await createSessionType({ mentorId: mentor.id, title: `Session ${n}` })
    const answer = await browser.submit(from, typed, { from })

    expect(answer.status).to.equal(422)
    expect(html(answer)('.error-summary').text()).to.contain('Archive one of them first')
    expect(html(answer)('[name=price]').val()).to.equal('45')
  })
})

describe('POST /mentor/types/:type', () => {
  it('changes what is offered from now on; what is booked stays as it was', async () => {
    const { mentor, browser } = await tomas()
    const type = await createSessionType({ mentorId: mentor.id })
    const booking = await createBooking({ mentorId: mentor.id, typeId: type.id })
    const page = `${from}/${type.id}`

    const { headers } = await browser.submit(page, { ...typed, approval: undefined }, { from: page })

    expect(headers.location).to.equal(from)
    expect(await type.reload()).to.include({ title: 'At the bench', minutes: 60, needsApproval: false })
    expect(await booking.reload()).to.include({ title: 'A first look', priceMinor: 0 })
  })

  it('is there for its mentor alone, and not once it is archived', async () => {
    const { mentor, profile, browser } = await tomas()
    const type = await createSessionType({ mentorId: mentor.id })
    await createWeeklyHour({ mentorId: mentor.id })
    const other = await tomas()
    const page = `${from}/${type.id}`

    await other.browser.visit(page).expect(404)
    expect((await other.browser.submit(`${page}/archiving`, {}, { from })).status).to.equal(404)
    expect((await browser.submit(`${page}/archiving`, {}, { from: page })).headers.location).to.equal(from)

    expect((await type.reload()).archivedAt).to.not.equal(null)
    expect((await profile.reload()).nextFreeAt).to.equal(null)
    await browser.visit(page).expect(404)
  })
})
