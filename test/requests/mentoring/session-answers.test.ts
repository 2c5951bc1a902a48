import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Booking } from '../../../src/models/index.ts'
import { closeAttendance } from '../../../src/services/mentoring/attendance.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { asked, between, over, underWay } from '../../support/sessions-world.ts'
import { html } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000

describe('POST /sessions/:id/…', () => {
  it('acceptance agrees, by the mentor alone, and the mentee gets a letter', async () => {
    const { path, session, maya, tomas, mentee } = await between(asked())

    expect((await maya.submit(`${path}/acceptance`, {}, { from: path })).status).to.equal(404)
    expect((await tomas.submit(`${path}/acceptance`, {}, { from: path })).headers.location).to.equal(path)
    await drainQueue()

    expect(await session.reload()).to.include({ state: 'confirmed', respondBy: null, version: 1 })
    const [letter] = await mailbox()
    expect(letter!.to).to.equal(mentee.email)
    expect(letter!.links).to.include(path)
    expect(html(await maya.visit(path))('.timeline').text()).to.contain('Your mentor agreed')
  })

  it('refusal frees the time, and its words reach the mentee', async () => {
    const { path, session, tomas, maya } = await between(asked())
    await tomas.submit(`${path}/refusal`, { words: 'I am at a fair.' }, { from: path })
    await drainQueue()

    expect(await session.reload()).to.include({ state: 'declined', endedBy: 'mentor' })
    expect((await mailbox())[0]!.text).to.contain('I am at a fair.')
    expect(html(await maya.visit(path))('main').text()).to.contain('I am at a fair.')
  })

  it('cancellation says before what it means, asks a mentee for no reason, and may be sent twice (P09)', async () => {
    const { path, session, maya } = await between({ priceMinor: 4500 })
    const shown = html(await maya.visit(path))
    const cancel = () => maya.submit(`${path}/cancellation`, { words: 'my reason' }, { from: path })

    expect(shown('main').text()).to.contain('You get all of the price back')
    expect(shown(`form[action="${path}/cancellation"] textarea`).length).to.equal(0)
    for (const { headers } of [await cancel(), await cancel()]) expect(headers.location).to.equal(path)
    await drainQueue()

    const cancelled = { state: 'cancelled', endedBy: 'mentee', refundPercent: 100, mentorWords: null }
    expect(await session.reload()).to.include(cancelled)
    expect(html(await maya.visit(path))('main').text()).to.not.contain('other side')
    expect((await mailbox()).map(({ text }) => text.includes('my reason'))).to.deep.equal([false, false])
  })

  it('link is the mentor’s to give, begins with https, and opens a quarter of an hour before', async () => {
    const { path, session, maya, tomas } = await between()
    const give = (link: string) => tomas.submit(`${path}/link`, { link }, { from: path })

    expect((await give('http://meet.example')).status).to.equal(422)
    expect((await give('javascript:alert(1)')).status).to.equal(422)
    await give('https://meet.example/bench')
    expect(html(await maya.visit(`${path}/join`).expect(200))('main').text()).to.contain('The door opens on')
    await Booking.update(underWay(), { where: { id: session.id } })
    expect((await maya.visit(`${path}/join`)).headers.location).to.equal('https://meet.example/bench')
  })

  it('attendance keeps what each says, and three days after the end the session is closed by it', async () => {
    const { path, session, maya } = await between(over())
    const silent = await createBooking(over())
    expect((await maya.submit(`${path}/attendance`, {}, { from: path })).status).to.equal(422)
    await maya.submit(`${path}/attendance`, { came: 'me' }, { from: path })
    await closeAttendance({ now: new Date(Date.now() + 3 * DAY), dryRun: false, confirmed: false })

    expect(await session.reload()).to.include({ state: 'completed', outcome: 'mentor missing' })
    expect(await silent.reload()).to.include({ state: 'completed', outcome: 'met' })
    const late = await maya.submit(`${path}/attendance`, { came: 'both' }, { from: path })
    expect(late.status).to.equal(303)
    expect((await session.reload()).menteeSaid).to.equal('mentor missing')
  })
})
