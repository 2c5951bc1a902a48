import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { BookingMove } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { asked, between } from '../../support/sessions-world.ts'
import { html, signedIn, type Visitor, visitor } from '../../support/visitor.ts'

/** 13:30 in Prague, 18:00 in Kolkata, where Maya is. */
const noon = { startsAt: new Date('2030-01-14T12:30:00Z'), endsAt: new Date('2030-01-14T13:00:00Z') }

async function lettersTo(email: string) {
  await drainQueue()
  return (await mailbox()).filter(({ to }) => to === email)
}

describe('The calendar of a session', () => {
  it('comes by mail to both when it is agreed, each by their own clock, and a mentor learns no other (P09)', async () => {
    const { path, mentee, mentor, tomas } = await between({ ...asked(), ...noon })
    await mentor.update({ timeZone: 'Europe/Prague' })
    await tomas.submit(`${path}/acceptance`, {}, { from: path })

    const [[hers], [his]] = [await lettersTo(mentee.email), await lettersTo(mentor.email)]
    expect(hers!.text).to.contain('Mon 14 Jan 2030, 18:00 in Kolkata (13:30 in Prague)')
    expect(his!.text).to.contain('Mon 14 Jan 2030, 13:30 in Prague.')
    expect(his!.raw + his!.calendar).to.not.match(/Kolkata|18:00|T1800/)
    for (const letter of [hers!, his!]) {
      expect(letter.raw).to.match(/text\/calendar; charset=utf-8; method=REQUEST/)
      expect(letter.calendar).to.contain('DTSTART:20300114T123000Z').and.to.contain('SEQUENCE:0')
      expect(letter.calendar).to.not.match(/Maya|Lindqvist|Tom|joint|first look/)
    }
    expect(his!.calendar).to.not.contain(mentee.email)
  })

  it('follows a move, and a cancellation takes it out, with a number that rises each time', async () => {
    const { session, path, mentor, maya, tomas } = await between(noon)
    const later = (time: Date) => new Date(time.getTime() + 30 * 60_000)
    const to = { startsAt: later(noon.startsAt), endsAt: later(noon.endsAt) }
    const move = await BookingMove.create({ bookingId: session.id, proposedBy: 'mentee', ...to })
    await tomas.submit(`${path}/moves/${move.id}/acceptance`, {}, { from: path })
    const [moved] = await lettersTo(mentor.email)
    await maya.submit(`${path}/cancellation`, {}, { from: path })
    const [, cancelled] = await lettersTo(mentor.email)

    expect(moved!.calendar).to.contain('SEQUENCE:1').and.to.contain('DTSTART:20300114T130000Z')
    expect(cancelled!.raw).to.match(/text\/calendar; charset=utf-8; method=CANCEL/)
    expect(cancelled!.calendar).to.contain('SEQUENCE:2').and.to.contain('STATUS:CANCELLED')
  })

  it('says nothing any more that is not true when it is written', async () => {
    const { path, session, mentee, maya, tomas } = await between(asked())
    await tomas.submit(`${path}/acceptance`, {}, { from: path })
    await maya.submit(`${path}/cancellation`, {}, { from: path })

    expect((await lettersTo(mentee.email)).map(({ subject }) => subject)).to.deep.equal(['Your session is cancelled'])
    expect((await mailbox())[0]!.text).to.match(/^You have cancelled|\nYou have cancelled/)
    expect((await session.reload()).sequence).to.equal(1)
  })

  it('can be taken as a file by the two, and by nobody else, once it is agreed', async () => {
    const { path, session, maya, tomas } = await between()
    const stranger = await signedIn(await createUser())

    for (const reader of [maya, tomas]) {
      const { headers, text } = await reader.visit(`${path}/ics`).expect(200)
      expect(headers['content-type']).to.equal('text/calendar; charset=utf-8; method=REQUEST')
      expect(headers).to.include({ 'cache-control': 'no-store' })
      expect(text).to.contain(`UID:${session.id}@`)
    }
    expect((await tomas.visit(`${path}/ics`)).text).to.not.contain('maya@example.net')
    await stranger.visit(`${path}/ics`).expect(404)
    await session.update(asked())
    await maya.visit(`${path}/ics`).expect(404)
  })
})

describe('GET /calendar/:token.ics', () => {
  it('shows when its owner has sessions, with whom to nobody, without a cookie, in one statement', async () => {
    const { maya, mentee, session } = await between({ title: 'canary-title' })
    const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000)
    for (const other of [{ ...asked() }, { startsAt: old }]) await createBooking({ menteeId: mentee.id, ...other })
    const address = await made(maya)

    const statements = await statementsOf(() => visitor().visit(address))
    const { text, headers } = await visitor().visit(address).expect(200)
    expect(statements.filter((statement) => !statement.includes('rate_limits'))).to.have.lengthOf(1)
    expect(headers).to.include({ 'cache-control': 'private, no-store', 'content-type': 'text/calendar; charset=utf-8' })
    expect(headers).to.not.have.property('set-cookie')
    expect(text.match(/UID:\S+/g)!.join()).to.match(RegExp(`^UID:${session.id}@[^,]+$`))
    expect(text).to.not.match(/canary|Maya|maya|Tom/)
  })

  it('is gone when a new one is made, when it is taken away, and while its owner is suspended or leaves', async () => {
    const { maya, mentee } = await between()
    const [first, second] = [await made(maya), await made(maya)]
    await visitor().visit(first).expect(404)
    await visitor().visit(second).expect(200)
    await visitor().visit('/calendar/none.ics').expect(404)

    await mentee.update({ suspendedAt: new Date() })
    await visitor().visit(second).expect(404)
    await mentee.update({ suspendedAt: null })
    await mentee.askForErasure(new Date(), 'delete')
    await visitor().visit(second).expect(404)
    await mentee.keepAccount()
    await maya.submit('/sessions/calendar/removal', {}, { from: '/sessions' })
    await visitor().visit(second).expect(404)
    expect(html(await maya.visit('/sessions'))('#feed').length).to.equal(0)
  })
})

async function made(browser: Visitor) {
  await browser.submit('/sessions/calendar', {}, { from: '/sessions' })
  return new URL(String(html(await browser.visit('/sessions'))('#feed').val())).pathname
}
