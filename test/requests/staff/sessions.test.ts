import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Alarm, Meeting, StaffAction } from '../../../src/models/index.ts'
import { letMeet } from '../../../src/services/mentoring/meetings.ts'
import { watchLinks } from '../../../src/services/mentoring/missing-links.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking, createMeeting } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { over } from '../../support/sessions-world.ts'
import { html, signedIn } from '../../support/visitor.ts'
import { openZoom } from '../../support/zoom.ts'

const HOUR = 60 * 60 * 1000
const reason = 'They wrote to us about it'
const ahead = (time: number) => new Date(Date.now() + time)
const turn = () => ({ now: new Date(), dryRun: false, confirmed: false })

async function desk(booking: object = {}) {
  const mentor = await createUser({ role: 'mentor', name: 'Tomáš Řehák' })
  const mentee = await createUser({ name: 'Maya Lindqvist', email: 'maya@example.net' })
  const session = await createBooking({ mentorId: mentor.id, menteeId: mentee.id, ...booking })
  const sam = await createUser({ role: 'support' })
  const path = `/staff/sessions/${session.id}`
  const browser = await signedIn(sam)
  const act = (noun: string, fields: object) => browser.submit(`${path}/${noun}`, fields, { from: path })
  return { mentor, mentee, session, sam, path, browser, act }
}

describe('GET /staff/sessions', () => {
  it('lists what has no link, and what is today, without saying who booked, in three statements', async () => {
    const { browser, session, mentor } = await desk({ startsAt: ahead(60_000) })
    const made = await createBooking({ mentorId: mentor.id, startsAt: new Date(new Date().setUTCHours(12, 0, 0, 0)) })
    await createMeeting({ bookingId: made.id })
    await browser.visit('/staff/sessions')
    const statements = await statementsOf(() => browser.visit('/staff/sessions'))
    const page = html(await browser.visit('/staff/sessions').expect(200))

    expect(statements).to.have.lengthOf(3)
    const missing = page('section[aria-labelledby=missing] a')
    expect(missing.map((_, link) => page(link).attr('href')).get()).to.deep.equal([`/staff/sessions/${session.id}`])
    expect(page('section[aria-labelledby=today]').text()).to.contain('Zoom').and.contain('Tomáš')
    expect(page('main').text()).to.not.contain('Maya')
    await (await signedIn(mentor)).visit('/staff/sessions').expect(403)
  })
})

describe('A session without a link', () => {
  const { account } = openZoom()

  it('rings two hours before, once, tries Zoom again, and falls silent when the link is there', async () => {
    const { session } = await desk({ startsAt: ahead(HOUR) })
    await createBooking({ startsAt: ahead(3 * HOUR) })
    await createBooking({ startsAt: ahead(HOUR), meetingLink: 'https://meet.example/bench' })
    for (let n = 0; n < 2; n++) expect(await watchLinks(turn())).to.deep.equal({ withoutLink: 1 })
    const [alarm, ...more] = await Alarm.findAll()
    expect(alarm).to.include({ kind: 'session without link', detail: session.id })
    expect(more).to.deep.equal([])

    await drainQueue()
    expect(account().meetings).to.have.lengthOf(1)
    expect(await watchLinks(turn())).to.deep.equal({ withoutLink: 0 })
    expect((await alarm!.reload()).resolvedAt).to.be.a('date')
  })

  it('gets one by hand from our staff, which takes the place of Zoom’s', async () => {
    const { session, act, sam, mentee } = await desk()
    await letMeet(session.id)
    await drainQueue()
    const link = 'https://meet.example/bench'
    expect((await act('link', { link })).status).to.equal(422)
    expect((await act('link', { link: 'meet', reason })).status).to.equal(422)
    await act('link', { link, reason })
    await drainQueue()

    expect((await session.reload()).meetingLink).to.equal(link)
    expect([await Meeting.count(), account().meetings.length]).to.deep.equal([0, 0])
    const [noted] = await StaffAction.findAll({ where: { aboutId: mentee.id, reason } })
    expect(noted).to.include({ staffId: sam.id, action: 'gave a link to a session' })
  })
})

describe('GET /staff/sessions/:id', () => {
  it('shows who, what they say, and the log; both can read that one of us looked (P14)', async () => {
    const { browser, path, session, mentor, mentee } = await desk({ ...over(), menteeSaid: 'mentor missing' })
    const page = html(await browser.visit(path).expect(200))('main')
    await browser.visit(path)

    expect(page.text()).to.contain('Maya Lindqvist').and.contain('The mentor did not come')
    expect(page.text()).to.not.contain(session.message)
    const looks = await StaffAction.findAll({ where: { action: 'opened a session' } })
    expect(looks.map(({ aboutId }) => aboutId)).to.have.members([mentor.id, mentee.id])
  })

  it('is closed to one of us who is in it, and of a colleague to all but an admin: it may bring them money back', async () => {
    const { sam, browser } = await desk()
    const own = await createBooking({ menteeId: sam.id })
    await browser.visit(`/staff/sessions/${own.id}`).expect(403)
    const petras = await createBooking({ menteeId: (await createUser({ role: 'privacy' })).id })
    const cancel = { reason: 'They are ill this week' }
    const path = `/staff/sessions/${petras.id}`
    expect((await browser.submit(`${path}/cancellation`, cancel, { from: '/staff' })).status).to.equal(403)
    await (await signedIn(await createUser({ role: 'admin' }))).visit(path).expect(200)
  })
})

describe('POST /staff/sessions/:id/…', () => {
  it('cancellation gives all of it back, tells both, and needs a reason', async () => {
    const { session, act, mentor } = await desk({ startsAt: ahead(HOUR), priceMinor: 4500 })
    expect((await act('cancellation', {})).status).to.equal(422)
    await act('cancellation', { reason })
    await drainQueue()

    expect(await session.reload()).to.include({ state: 'cancelled', endedBy: 'staff', refundPercent: 100 })
    expect((await mailbox()).map(({ text }) => text.includes('Our staff have cancelled'))).to.deep.equal([true, true])
    expect(await StaffAction.count({ where: { aboutId: mentor.id, reason } })).to.equal(1)
    expect((await act('cancellation', { reason })).status).to.equal(303)
    expect(await StaffAction.count({ where: { reason } })).to.equal(2)
  })

  it('attendance decides who came, again if need be, and what goes back', async () => {
    const { session, act } = await desk(over())
    expect((await act('attendance', { outcome: 'somebody', reason })).status).to.equal(422)
    await act('attendance', { outcome: 'mentor missing', reason })
    const missing = { state: 'completed', outcome: 'mentor missing', refundPercent: 100 }
    expect(await session.reload()).to.include(missing)
    await act('attendance', { outcome: 'met', reason })
    expect(await session.reload()).to.include({ outcome: 'met', refundPercent: null })
  })
})
