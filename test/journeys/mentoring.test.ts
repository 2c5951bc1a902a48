import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { drainQueue } from '../../src/jobs/queue.ts'
import { Booking, type User } from '../../src/models/index.ts'
import { refreshNextFree } from '../../src/services/mentoring/mentor-profile.ts'
import { whereStands } from '../support/everywhere.ts'
import { exportOf } from '../support/exports.ts'
import { createUser } from '../support/factories.ts'
import { leave } from '../support/leaving.ts'
import { mailbox } from '../support/mailbox.ts'
import { offered, over, underWay } from '../support/sessions-world.ts'
import { openSite } from '../support/site.ts'
import { openZoom } from '../support/zoom.ts'

const wish = 'Dovetails that close, canary-wish.'
const ofMentor = 'Said little, all of it useful, canary-of-mentor.'
const ofMentee = 'Came with her own chisels, canary-of-mentee.'

describe('Two meet: one finds a mentor and asks, the other agrees, they move it, come, and say how it was', () => {
  const site = openSite()
  const zoom = openZoom()

  for (const javaScriptEnabled of [true, false]) {
    it(`and each takes along what is theirs and leaves nothing, with JavaScript ${javaScriptEnabled ? 'on' : 'off'} (P09, P11, P15, P24)`, async () => {
      const mentor = await teacher()
      const mentee = await createUser({ name: 'Maya Quillfeather', timeZone: 'Asia/Kathmandu', bio: 'canary-bio' })
      const maya = await (await site.browseAs(mentee, { javaScriptEnabled })).newPage()
      const tomas = await (await site.browseAs(mentor, { javaScriptEnabled })).newPage()

      await ask(maya)
      await answer(tomas)
      const session = await move(maya, tomas)
      await meet([maya, tomas], session)
      expect(zoom.meetings().flatMap(({ registrants }) => registrants)).to.have.length(2)
      await sayHowItWas(maya, tomas, session)
      expect(await mainOf(await site.visit(), '/mentors/tomas')).to.contain('canary-of-mentor')
      await takeAlong(mentor, mentee)
      await leaveNothing(mentor, mentee)
    }).timeout(120_000)
  }
})

async function teacher() {
  const more = { skills: ['joinery', 'Czech'], headline: 'canary-headline', shown: ['skills', 'headline'] }
  const type = { title: 'At your bench', needsApproval: true }
  const { mentor } = await offered(type, { name: 'Tomas Thistlewood', timeZone: 'Europe/Prague', ...more })
  await refreshNextFree(mentor.id, new Date())
  return mentor
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name }).first().click()

async function ask(maya: Page) {
  await maya.goto('/mentors')
  await maya.getByLabel('Skills').fill('joinery')
  await press(maya, 'Show mentors')
  await follow(maya, 'Tomas Thistlewood')
  await follow(maya, 'At your bench')
  await choose(maya, 0)
  await maya.getByLabel('What would you like to work on?').fill(wish)
  await press(maya, 'Ask for this time')
  await maya.getByText('Waiting for an answer').waitFor()
}

/** A mentor who has been told by letter. */
async function answer(tomas: Page) {
  await drainQueue()
  const { text, links } = (await mailbox()).at(-1)!
  expect(text).to.match(/^(?!.*Kathmandu).*canary-wish/s)
  expect(await mainOf(tomas, links[0]!)).to.match(/Maya Quillfeather.*canary-wish/s)
  await press(tomas, 'Agree')
  await tomas.getByText('Agreed', { exact: true }).waitFor()
  await drainQueue()
}

async function move(maya: Page, tomas: Page) {
  const session = await Booking.findOne({ rejectOnEmpty: true })
  const before = session.startsAt
  await maya.goto(`/sessions/${session.id}`)
  await follow(maya, 'Propose another time')
  await choose(maya, 3)
  await press(maya, 'Propose it')
  await maya.getByText('You proposed').first().waitFor()
  await tomas.goto(`/sessions/${session.id}`)
  await press(tomas, 'Agree to it')
  await tomas.getByText('Moved. We have told Maya.').waitFor()
  expect((await session.reload()).startsAt).to.not.deep.equal(before)
  await drainQueue()
  return session
}

/** The hour comes: each goes through the door, into the room at Zoom and out again. */
async function meet(pages: Page[], session: Booking) {
  await session.update(underWay())
  for (const page of pages) {
    await page.goto(`/sessions/${session.id}`)
    await follow(page, 'Join')
    for (const name of ['Join', 'Leave']) await press(page, name)
    await page.getByRole('button', { name: 'Join' }).waitFor()
  }
  const past = over()
  await session.update({ ...past, busyFrom: past.startsAt })
}

/** Neither reads what the other wrote before both have. */
async function sayHowItWas(maya: Page, tomas: Page, { id }: Booking) {
  for (const [page, words] of [
    [maya, ofMentor],
    [tomas, ofMentee],
  ] as const) {
    expect(await mainOf(page, `/sessions/${id}`)).to.not.contain('canary-of')
    await page.getByLabel('We both came').check()
    await press(page, 'Say so')
    await page.getByText('Thank you. You can change it for three days.').waitFor()
    await page.getByLabel('5 of 5').check()
    await page.getByLabel('Your review').fill(words)
    await press(page, 'Keep your review')
    await page.getByText('Thank you. It is shown once both of you have written').waitFor()
  }
  expect(await mainOf(tomas, `/sessions/${id}`)).to.contain('canary-of-mentor')
  expect(await mainOf(maya, `/sessions/${id}`)).to.contain('canary-of-mentee')
}

async function takeAlong(mentor: User, mentee: User) {
  const [hers, his] = [await packed(mentee), await packed(mentor)]
  for (const canary of ['wish', 'of-mentor', 'of-mentee', 'bio']) expect(hers).to.contain(`canary-${canary}`)
  for (const canary of ['of-mentee', 'headline']) expect(his).to.contain(`canary-${canary}`)
  for (const hidden of ['Kathmandu', 'canary-bio']) expect(his).to.not.contain(hidden)
}

const packed = async ({ id }: User) => JSON.stringify((await exportOf(id)).text)

async function leaveNothing(mentor: User, mentee: User) {
  const hers = ['Quillfeather', mentee.email, 'canary-wish', 'canary-of-mentor', 'canary-bio']
  await leave(mentee, 'delete')
  await drainQueue()
  for (const trace of hers) expect(await whereStands(trace), trace).to.deep.equal([])
  await leave(mentor, 'delete')
  await drainQueue()
  for (const trace of ['Thistlewood', mentor.email, 'canary-'])
    expect(await whereStands(trace), trace).to.deep.equal([])
}

const choose = (page: Page, nth: number) => page.locator('#_week .day label').nth(nth).click()

async function mainOf(page: Page, path: string) {
  await page.goto(path)
  return page.locator('main').textContent()
}
