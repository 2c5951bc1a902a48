import { expect } from 'chai'
import { SingleTime } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import * as create from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const dayAhead = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

async function tomas() {
  const mentor = await createUser({ role: 'mentor', timeZone: 'Europe/Prague' })
  await create.createMentorProfile({ mentorId: mentor.id })
  const browser = await signedIn(mentor)
  const send = (path: string, fields: object) => browser.submit(path, fields, { from: '/mentor/away' })
  return { mentor, browser, send }
}

describe('/mentor/away', () => {
  it('closes whole days on the mentor’s own clock, opens single times, and refuses a second of a kind', async () => {
    const { browser, send } = await tomas()
    const [first, last] = [dayAhead(7), dayAhead(8)]
    expect((await send('/mentor/away', { from: first, until: last })).headers.location).to.equal('/mentor/away')
    await send('/mentor/away', { kind: 'open', from: `${first}T10:00`, until: `${first}T11:00` })

    const [away, open] = await SingleTime.findAll({ order: ['kind'] })
    expect(away!.endsAt.getTime() - away!.startsAt.getTime()).to.be.within(47 * 3_600_000, 49 * 3_600_000)
    expect(away!.startsAt.toISOString()).to.match(/T2[23]:00/) // midnight in Prague
    expect(open).to.include({ kind: 'open' })

    for (const fields of [
      { from: last, until: last },
      { from: last, until: first },
      { from: '2020-01-01', until: '2020-01-02' },
    ]) {
      const answer = await send('/mentor/away', fields)
      expect(answer.status, JSON.stringify(fields)).to.equal(422)
      expect(html(answer)('#from').val()).to.equal(fields.from)
    }
    await send(`/mentor/away/${away!.id}/removal`, {})
    expect(html(await browser.visit('/mentor/away'))('main').text()).to.contain('You are not away.')
  })

  it('names the sessions that stand in the way, and asks the same however many they are', async () => {
    const { mentor, browser } = await tomas()
    const startsAt = new Date(Date.now() + 7 * DAY)
    await create.createSingleTime({ mentorId: mentor.id, startsAt, endsAt: new Date(startsAt.getTime() + DAY) })
    const mentee = await createUser({ name: 'Maya Lindqvist', email: 'maya@example.net', timeZone: 'Asia/Kolkata' })
    const booking = await create.createBooking({ mentorId: mentor.id, menteeId: mentee.id, startsAt })
    await create.createBooking({ mentorId: mentor.id, startsAt, state: 'declined', endedAt: new Date() })

    await browser.visit('/mentor/away')
    const statements = await statementsOf(() => browser.visit('/mentor/away'))
    const response = await browser.visit('/mentor/away')

    expect(statements).to.have.length.at.most(4)
    expect(html(response)('a[href^="/sessions/"]').attr('href')).to.equal(`/sessions/${booking.id}`)
    expect(html(response)('a[href^="/sessions/"]')).to.have.lengthOf(1)
    expect(response.text).to.contain('Maya Lindqvist').and.not.contain('Kolkata')
  })
})
