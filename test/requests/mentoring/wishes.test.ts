import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { schedule } from '../../../src/jobs/schedule.ts'
import { Mail, TimeWish, type User } from '../../../src/models/index.ts'
import { refreshNextFree } from '../../../src/services/mentoring/mentor-profile.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createMentorProfile, createTimeWish, createWeeklyHour } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { offered } from '../../support/sessions-world.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const { run } = schedule.find(({ name }) => name === 'send-reminders')!
const turn = (now = new Date()) => run({ now, dryRun: false, confirmed: false })

/** Tomáš is free on Mondays from nine to five in UTC; where Maya is, that is half past two to half past ten. */
async function waiting() {
  const world = await offered()
  const maya = await createUser({ name: 'Maya', timeZone: 'Asia/Kolkata' })
  const browser = await signedIn(maya)
  const ask = (wish: object) => browser.submit('/mentors/tomas/wishes', wish, { from: '/mentors/tomas' })
  return { ...world, maya, browser, ask }
}

/** Tuesdays from four: half past nine in the evening where Maya is. */
async function opens(mentor: User) {
  await createWeeklyHour({ mentorId: mentor.id, weekday: 2, startMinute: 960, endMinute: 1020 })
  await refreshNextFree(mentor.id, new Date())
}

describe('POST /mentors/:slug/wishes', () => {
  it('keeps what somebody waits for once, for them alone, until they wait no more', async () => {
    const { ask, browser } = await waiting()
    for (let times = 0; times < 2; times++)
      expect((await ask({ weekday: '2', part: 'evening' })).headers.location).to.equal('/sessions')
    const wish = (await TimeWish.findOne())!
    const removal = `/sessions/wishes/${wish.id}/removal`

    expect(await TimeWish.count()).to.equal(1)
    expect(html(await browser.visit('/sessions'))('main').text()).to.contain('a Tuesday evening with Tomáš Řehák')
    const stranger = await signedIn(await createUser())
    expect((await stranger.submit(removal, {}, { from: '/sessions' })).status).to.equal(404)
    await browser.submit(removal, {}, { from: '/sessions' })
    expect(await TimeWish.count()).to.equal(0)
  })

  it('answers at once where there is such a time, by the clock of who asks, and keeps nothing', async () => {
    const { ask, browser } = await waiting()
    const { headers } = await ask({ weekday: '1', part: 'evening' })

    expect(headers.location).to.match(/^\/mentors\/tomas\/times\?week=.*&start=.*T11:30:00\.000Z$/)
    const $ = html(await browser.visit(headers.location!))
    expect($('main').parent().text()).to.match(/There is one already: .* 17:00 in Kolkata \(11:30 in UTC\)/)
    expect($('[name=start][checked]').length).to.equal(1)
    expect(await TimeWish.count()).to.equal(0)
  })

  it('says in a sentence what it cannot keep', async () => {
    const { ask, maya, mentor } = await waiting()
    for (let n = 0; n < 10; n++) await createTimeWish({ memberId: maya.id })

    const tenth = await ask({ weekday: '2' })
    expect([tenth.status, html(tenth)('#weekday-error').text()]).to.deep.equal([
      422,
      'You wait for 10 times already. Take one away under your sessions first',
    ])
    expect((await ask({ weekday: '8', part: 'night' })).status).to.equal(422)
    const own = await signedIn(mentor)
    expect((await own.submit('/mentors/tomas/wishes', {}, { from: '/sessions' })).status).to.equal(422)
    const page = html(await visitor().visit('/mentors/tomas'))
    expect(page('a[href="/login?next=%2Fmentors%2Ftomas"]').length).to.equal(1)
  })
})

describe('A time that opens', () => {
  it('is told to who waits, in one letter, by their own clock; the mentor learns nothing of it (P09)', async () => {
    const { ask, maya, mentor, browser } = await waiting()
    await ask({ weekday: '2', part: 'evening' })
    await ask({ weekday: '2' })
    expect(await turn()).to.include({ opened: 0 })
    await opens(mentor)
    expect(await turn()).to.include({ opened: 1 })
    expect(await turn()).to.include({ opened: 0 })
    await drainQueue()

    const letters = await mailbox()
    expect(letters.map(({ to }) => to)).to.deep.equal([maya.email])
    expect(letters[0]!.text).to.match(/Tomáš Řehák has time for you[\s\S]*21:30 in Kolkata \(16:00 in UTC\)/)
    const [first] = letters[0]!.links
    expect(html(await browser.visit(first!))('[name=start][checked]').length).to.equal(1)
    expect(await TimeWish.count({ where: { toldAt: null } })).to.equal(0)
  })

  it('waits for the next day where they had a letter today, and for the next time where this one is gone', async () => {
    const { ask, maya, mentor, profile } = await waiting()
    await Mail.create({ userId: maya.id, template: 'time-opened' })
    await ask({ weekday: '2' })
    await opens(mentor)
    expect(await turn()).to.include({ opened: 0 })
    expect(await turn(new Date(Date.now() + DAY + 1000))).to.include({ opened: 1 })

    await profile.update({ listing: 'paused' })
    await drainQueue()
    expect(await mailbox()).to.deep.equal([])
    expect(await TimeWish.count({ where: { toldAt: null } })).to.equal(1)
  })

  it('is looked for once a mentor, however many wait', async () => {
    const { mentor, profile } = await waiting()
    await opens(mentor)
    const look = () => statementsOf(() => run({ now: new Date(), dryRun: true, confirmed: false }))
    await createTimeWish({ profileId: profile.id, weekday: 3 })
    const one = await look()
    for (let n = 0; n < 3; n++) await createTimeWish({ profileId: profile.id, weekday: 2 })
    await createTimeWish({ profileId: (await createMentorProfile({ listing: 'paused' })).id })

    expect(await look()).to.have.lengthOf(one.length)
  })
})
