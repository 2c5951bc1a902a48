import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { timeInWords } from '../../../src/lib/times.ts'
import { wallAt } from '../../../src/lib/zones.ts'
import { BookingMove, SingleTime } from '../../../src/models/index.ts'
import { dayIn } from '../../../src/services/mentoring/week-of-times.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import * as create from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { asked } from '../../support/sessions-world.ts'
import { html, signedIn } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const dayAhead = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

const inDays = (day: string) => timeInWords(new Date(day), 'UTC', 'date')

/** Near to noon and one o’clock UTC, which Tomáš had agreed to. */
const civil = (clocks: string[]) => clocks.every((clock) => clock >= '12:00' && clock <= '16:00')

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
    const page = html(await browser.visit('/mentor/away'))
    const shown = (name: string) => page(`[aria-labelledby=${name}] li`).text()
    expect(shown('away'))
      .to.contain(`${inDays(first)} to ${inDays(last)}`)
      .and.not.contain(':00')
    expect(shown('open')).to.contain(`${inDays(first)}, 10:00 to ${inDays(first)}, 11:00`)
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

describe('/mentor/away/clashes', () => {
  it('lists what was promised, and moves, cancels and declines it with one button, all or nothing', async () => {
    const { mentor, browser, send } = await tomas()
    await create.createWeeklyHour({ mentorId: mentor.id })
    const noon = (hours: number) => new Date(Date.parse(`${dayAhead(7)}T12:00Z`) + hours * 3_600_000)
    const booked = (hours: number, more: object = {}) =>
      create.createBooking({ mentorId: mentor.id, startsAt: noon(hours), ...more })
    const [moved, cancelled, request] = [await booked(0), await booked(1), await booked(2, asked())]
    const range = { from: dayAhead(7), until: dayAhead(7) }
    const path = String((await send('/mentor/away', range)).headers.location)
    expect(path).to.match(/^\/mentor\/away\/clashes\?/)
    expect(await SingleTime.count()).to.equal(0)

    await browser.visit(path)
    expect(await statementsOf(() => browser.visit(path))).to.have.length.at.most(6)
    const page = html(await browser.visit(path))
    const offer = (id: string) => page(`[name="clash-${id}"][value^=move]`).val() as string
    const instead = [moved, cancelled].map(({ id }) => new Date(offer(id).slice(5)))
    expect(instead.map((time) => dayIn('Europe/Prague', time) > dayAhead(7))).to.deep.equal([true, true])
    expect(new Set(instead.map((time) => dayIn('Europe/Prague', time))).size).to.equal(1)
    expect(instead.map((time) => wallAt('Europe/Prague', time).slice(11)).toSorted()).to.satisfy(civil)
    expect(instead[0]).not.to.deep.equal(instead[1])

    const settle = (fields: object) => send('/mentor/away/clashes', { ...range, ...fields })
    const rest = { [`clash-${moved.id}`]: offer(moved.id), [`clash-${cancelled.id}`]: 'cancel' }
    expect((await settle(rest)).status).to.equal(422)
    const never = { ...rest, [`clash-${moved.id}`]: 'move 2030-01-01T03:00:00.000Z' }
    expect((await settle({ ...never, [`clash-${request.id}`]: 'decline' })).status).to.equal(409)
    expect(await SingleTime.count()).to.equal(0)
    expect((await cancelled.reload()).state).to.equal('confirmed')

    expect((await settle({ ...rest, [`clash-${request.id}`]: 'decline' })).headers.location).to.equal('/mentor/away')
    await drainQueue()
    expect(await SingleTime.count({ where: { kind: 'away' } })).to.equal(1)
    expect(await cancelled.reload()).to.include({ state: 'cancelled', endedBy: 'mentor', refundPercent: 100 })
    expect((await request.reload()).state).to.equal('declined')
    expect(await BookingMove.findOne()).to.include({ bookingId: moved.id, proposedBy: 'mentor', state: 'open' })
    expect((await mailbox()).map(({ subject }) => subject)).to.have.lengthOf(4)
  })
})

describe('POST /settings/account/place', () => {
  it('leaves what is booked, and shows a mentor what is at odd hours where they are now', async () => {
    const { mentor, browser, send } = await tomas()
    const startsAt = new Date(`${dayAhead(9)}T10:00Z`)
    const { id } = await create.createBooking({ mentorId: mentor.id, startsAt })
    const move = (timeZone: string) => send('/settings/account/place', { timeZone, language: 'en' })

    expect((await move('Europe/Lisbon')).headers.location).to.equal('/settings/account')
    const note = html(await browser.visit(String((await move('America/Lima')).headers.location)))
    expect(note('#odd-hours').parent().find('a').attr('href')).to.equal(`/sessions/${id}`)
  })
})
