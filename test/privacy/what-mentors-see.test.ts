import { expect } from 'chai'
import { routeTable } from '../../src/cli/route-table.ts'
import { Booking, Mail, User } from '../../src/models/index.ts'
import { writeLetter } from '../../src/services/mail/letter.ts'
import { type Template, templates } from '../../src/services/mail/templates.ts'
import { alice, bob, type Canary, releaseCanaries } from '../support/canaries.ts'
import { everythingReached, type Reached } from '../support/crawl.ts'
import { exportOf } from '../support/exports.ts'
import { createUser } from '../support/factories.ts'
import { createMentorProfile } from '../support/mentoring-factories.ts'
import { signedIn } from '../support/visitor.ts'

/** Derived from the declarations and the routes: a new column and a new page are covered by being there. */
describe('What a mentor can reach', () => {
  it('tells of a mentee who booked the name, email, photo and message, and what they said to everybody; nothing else (P09)', async () => {
    const canaries = (await releaseCanaries()).filter(({ owner }) => owner === bob)
    await teaches()
    const shown = await pages()
    const reached = [...shown, ...(await letters()), ...(await inExport())]
    const seen = canaries.filter(({ text }) => reached.some((one) => one.text.includes(text)))

    expect(seen.filter((canary) => !isMeantFor(canary)).map((canary) => found(canary, reached))).to.deep.equal([])
    const told = seen.filter(({ text }) => shown.some((page) => page.text.includes(text))).map(({ where }) => where)
    expect(told).to.include.members(['users.name', 'users.email', 'bookings.message'])
  }).timeout(60_000)
})

/** Alice is a mentor as any other, and neither of the two has left or been suspended. */
async function teaches() {
  const { passwordDigest } = await createUser()
  const here = { suspendedAt: null, erasureAskedAt: null, erasureDueAt: null }
  const page = { role: 'mentor', slug: 'alice', name: 'Alice', email: 'alice@example.net', bio: 'I teach.' } as const
  await User.update({ ...here, timeZone: 'Asia/Kathmandu' }, { where: { id: bob } })
  await User.update(
    { ...here, ...page, shown: ['bio'], passwordDigest, timeZone: 'Europe/Prague' },
    { where: { id: alice } },
  )
  await createMentorProfile({ mentorId: (await createUser({ role: 'mentor' })).id })
}

async function pages() {
  const browser = await signedIn(await User.findByPk(alice, { rejectOnEmpty: true }))
  const mine = await Booking.findAll({ where: { mentorId: alice } })
  const routes = (await routeTable()).filter(({ method, path }) => method === 'GET' && !path.includes(':'))
  const sessions = mine.flatMap(({ id }) => ['', '/ics', '/join', '/move'].map((page) => `/sessions/${id}${page}`))
  const photo = (await User.findByPk(bob))!.photoId
  return everythingReached(browser, [...routes.map(({ path }) => path), ...sessions, `/photos/${photo}`])
}

/** Each letter that there is about a session, as it is written to the mentor in every state of it. */
async function letters(): Promise<Reached[]> {
  const booking = (await Booking.findOne({ where: { mentorId: alice, menteeId: bob } }))!
  const written: Reached[] = []
  for (const [template, { about, states = [] }] of Object.entries(templates)) {
    if (about !== 'session') continue
    for (const state of states) {
      await inState(booking, state)
      const letter = await writeLetter(
        await Mail.create({ template: template as Template, userId: alice, aboutId: booking.id }),
        new Date(),
      )
      written.push({ where: `${template} ${state}`, text: JSON.stringify(letter ?? '') })
    }
  }
  return written
}

function inState(booking: Booking, state: Booking['state']) {
  const ended = ['declined', 'expired', 'cancelled'].includes(state)
  const respondBy = state === 'requested' ? booking.startsAt : null
  return booking.update({ state, respondBy, endedAt: ended ? new Date() : null, holdExpiresAt: null, outcome: null })
}

async function inExport(): Promise<Reached[]> {
  const { text } = await exportOf(alice)
  return Object.entries(text).map(([file, content]) => ({ where: file, text: content }))
}

/** Of the account name and address; besides, what they said to everyone, or to the other person of the row. */
function isMeantFor({ column, sharedWithOther, where }: Canary) {
  if (where.startsWith('users.')) return ['users.name', 'users.email'].includes(where)
  return column.seenBy?.includes('everyone') || sharedWithOther
}

function found({ where, text }: Canary, reached: Reached[]) {
  return `${where} at ${reached.find((one) => one.text.includes(text))!.where}`
}
