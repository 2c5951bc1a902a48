import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { BookingMove } from '../../../src/models/index.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { between } from '../../support/sessions-world.ts'
import { html } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000

describe('POST /sessions/:id/move and /sessions/:id/moves/:move/…', () => {
  it('move proposes a free time; the old one stands until the other side agrees', async () => {
    const { path, session, maya, tomas } = await between()
    const start = String(
      html(await maya.visit(`${path}/move`))('[name=start]')
        .first()
        .val(),
    )
    const proposed = await maya.submit(`${path}/move`, { start }, { from: path })
    expect(html(await maya.visit(String(proposed.headers.location)))('.flash').text()).to.contain('Until Tomáš agrees')
    const move = (await BookingMove.findOne())!
    const answer = `${path}/moves/${move.id}/acceptance`

    expect((await session.reload()).startsAt).to.not.deep.equal(new Date(start))
    expect((await maya.submit(answer, {}, { from: path })).status).to.equal(404)
    await tomas.submit(answer, {}, { from: path })

    expect((await session.reload()).startsAt).to.deep.equal(new Date(start))
    expect(session.sequence).to.equal(1)
    expect((await tomas.submit(`${path}/move`, { start: '2030-01-01T03:00Z' }, { from: path })).status).to.equal(409)
    expect((await tomas.submit(`${path}/move`, { start: 'noon' }, { from: path })).status).to.equal(422)
  })

  it('a proposal is taken back by who made it, and both get a letter that says so', async () => {
    const { path, maya, tomas } = await between()
    const [time] = html(await tomas.visit(`${path}/move`))('[name=start]').toArray()
    await tomas.submit(`${path}/move`, { start: time!.attribs.value }, { from: path })
    await drainQueue()
    const action = html(await tomas.visit(path))('[action$=withdrawal]').attr('action')!

    expect(html(await maya.visit(path))('[action$=withdrawal]').length).to.equal(0)
    expect((await maya.submit(action, {}, { from: path })).status).to.equal(404)
    for (const words of ['We have told Maya', 'not possible any more']) {
      await tomas.submit(action, {}, { from: path })
      expect(html(await tomas.visit(path))('.flash').text()).to.contain(words)
    }
    await drainQueue()

    const letters = (await mailbox()).slice(-2)
    expect(letters.map(({ subject }) => subject)).to.deep.equal(Array(2).fill('The time of your session stays'))
    const texts = letters.map(({ text }) => text).toSorted()
    expect(texts[0]).to.match(/^Tomáš Řehák has taken back the proposal to meet on \w{3} /)
    expect(texts[1]).to.match(/^You have taken back the proposal/)
    expect(html(await maya.visit(path))('.timeline').text()).to.contain('Your mentor took the other time back')
    expect((await BookingMove.findOne())!.state).to.equal('withdrawn')
  })

  it('move is proposed three times a side at most; a mentor may go below their own notice, a mentee not', async () => {
    const { path, maya, tomas, profile } = await between()
    await profile.update({ noticeMinutes: 7 * 24 * 60 })
    const first = async (who: typeof maya) => {
      const start = html(await who.visit(`${path}/move`))('[name=start]')
        .first()
        .val()
      return new Date(String(start)).getTime() - Date.now()
    }
    expect(await first(tomas)).to.be.below(7 * DAY)
    expect(await first(maya)).to.be.above(7 * DAY)

    const times = html(await tomas.visit(`${path}/move`))('[name=start]').slice(0, 4)
    const answers = []
    for (const time of times.toArray())
      answers.push(await tomas.submit(`${path}/move`, { start: time.attribs.value }, { from: path }))
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303, 409])
    expect(answers[3]!.text).to.contain('You have proposed three times already')
    expect(await BookingMove.count({ where: { state: 'open' } })).to.equal(1)
  })

  it('a proposal can be refused, and one whose time is taken meanwhile changes nothing', async () => {
    const { path, session, maya, tomas, mentor } = await between()
    const { startsAt } = session
    const start = String(
      html(await maya.visit(`${path}/move`))('[name=start]')
        .first()
        .val(),
    )
    await maya.submit(`${path}/move`, { start }, { from: path })
    const move = (await BookingMove.findOne())!
    await createBooking({ mentorId: mentor.id, startsAt: new Date(start) })

    await tomas.submit(`${path}/moves/${move.id}/acceptance`, {}, { from: path })
    expect((await session.reload()).startsAt).to.deep.equal(startsAt)
    await tomas.submit(`${path}/moves/${move.id}/refusal`, {}, { from: path })
    expect((await move.reload()).state).to.equal('refused')
  })
})
