import { expect } from 'chai'
import { WeeklyHour } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import * as create from '../../support/mentoring-factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const terms = {
  listing: 'listed',
  languages: ['cs', 'en'],
  notice: '2',
  horizon: '30',
  before: '5',
  after: '10',
  most: '',
}

/** A mentor in Prague, with one session of half an hour. */
async function tomas() {
  const mentor = await createUser({ role: 'mentor', timeZone: 'Europe/Prague' })
  const profile = await create.createMentorProfile({ mentorId: mentor.id })
  await create.createSessionType({ mentorId: mentor.id })
  const browser = await signedIn(mentor)
  const send = (path: string, fields: object) => browser.submit(path, fields, { from: '/mentor/hours' })
  return { mentor, profile, browser, send }
}

describe('POST /mentor/hours', () => {
  it('adds the same hours to several days, and shows what comes of them in the next two weeks', async () => {
    const { mentor, profile, browser, send } = await tomas()

    const { headers } = await send('/mentor/hours', { days: ['1', '4'], from: '09:00', until: '10:30' })
    const $ = html(await browser.visit('/mentor/hours'))

    expect(headers.location).to.equal('/mentor/hours')
    expect($('#week').parent().text()).to.contain('On the clocks of Prague')
    expect($('fieldset legend').text()).to.contain('Monday').and.contain('Thursday')
    expect($('fieldset input[type=time]').first().val()).to.equal('09:00')
    expect($('aside').text()).to.contain('30 minutes').and.contain('09:00 · 09:30 · 10:00')
    expect(await WeeklyHour.count({ where: { mentorId: mentor.id, startMinute: 540, endMinute: 630 } })).to.equal(2)
    expect((await profile.reload()).nextFreeAt).to.be.greaterThan(new Date())
  })

  it('takes midnight as the end of a day, and says kindly what cannot be', async () => {
    const { send } = await tomas()
    await send('/mentor/hours', { days: '7', from: '22:00', until: '00:00' })
    expect(await WeeklyHour.findOne()).to.include({ weekday: 7, startMinute: 1320, endMinute: 1440 })

    const wrong: [string, object][] = [
      ['#from-error', { days: ['6', '7'], from: '21:00', until: '22:30' }], // the database says so
      ['#until-error', { days: '1', from: '09:00', until: '09:10' }],
      ['#until-error', { days: '1', from: '09:00', until: '24:00' }],
      ['#days-error', { from: '09:00', until: '10:00' }],
    ]
    for (const [where, fields] of wrong) {
      const answer = await send('/mentor/hours', fields)
      expect(answer.status, where).to.equal(422)
      expect(html(answer)(where).text()).to.match(/\w+ \w+/)
      expect(html(answer)('#from').val(), 'kept').to.match(/21:00|09:00/)
    }
    expect(await WeeklyHour.count()).to.equal(1)
  })
})

describe('POST /mentor/hours/:hours', () => {
  it('changes and removes them, not into others of that day, and for their mentor alone', async () => {
    const { mentor, profile, send } = await tomas()
    const first = await create.createWeeklyHour({ mentorId: mentor.id, startMinute: 540, endMinute: 600 })
    const second = await create.createWeeklyHour({ mentorId: mentor.id, startMinute: 600, endMinute: 660 })
    const path = `/mentor/hours/${second.id}`

    expect((await send(path, { from: '14:00', until: '15:00' })).status).to.equal(303)
    expect(await second.reload()).to.include({ startMinute: 840, endMinute: 900 })
    const refused = await send(path, { from: '09:30', until: '15:00' })
    expect(refused.status).to.equal(422)
    expect(html(refused)(`#${second.id}-from`).val()).to.equal('09:30')
    expect(html(refused)('.error-summary a').attr('href')).to.equal(`#${second.id}-from`)

    expect((await (await tomas()).send(`${path}/removal`, {})).status).to.equal(404)
    for (const { id } of [first, second]) await send(`/mentor/hours/${id}/removal`, {})
    expect(await WeeklyHour.count()).to.equal(0)
    expect((await profile.reload()).nextFreeAt).to.equal(null)
  })
})

describe('POST /mentor/hours/terms', () => {
  it('sets languages, notice, days ahead and pauses, and takes a mentor who pauses off the list', async () => {
    const { mentor, profile, send } = await tomas()
    await create.createWeeklyHour({ mentorId: mentor.id })

    expect((await send('/mentor/hours/terms', terms)).headers.location).to.equal('/mentor/hours')
    const pauses = { bufferBefore: 5, bufferAfter: 10, maxPerDay: null }
    expect(await profile.reload()).to.include({ noticeMinutes: 120, horizonDays: 30, ...pauses })
    expect(profile.languages).to.deep.equal(['cs', 'en'])
    expect(profile.nextFreeAt).to.be.greaterThan(new Date())

    await send('/mentor/hours/terms', { ...terms, listing: 'paused', most: '3' })
    expect(await profile.reload()).to.include({ listing: 'paused', maxPerDay: 3, nextFreeAt: null })
  })

  it('says what is wrong, and keeps what was typed and ticked', async () => {
    const { send } = await tomas()
    const answer = await send('/mentor/hours/terms', { ...terms, notice: '-1', horizon: '181', most: '0' })
    const $ = html(answer)

    expect(answer.status).to.equal(422)
    expect($('.error-summary a')).to.have.lengthOf(3)
    expect($('#terms-before').val()).to.equal('5')
    expect($('[name=languages]:checked')).to.have.lengthOf(2)
  })
})
