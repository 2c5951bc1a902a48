import { expect } from 'chai'
import { drainQueue } from '../../src/jobs/queue.ts'
import { schedule } from '../../src/jobs/schedule.ts'
import { type Booking, BookingEvent, BookingMove, Mail } from '../../src/models/index.ts'
import { acceptMove } from '../../src/services/mentoring/booking-moves.ts'
import { createUser } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'
import { createBooking, createMentorProfile } from '../support/mentoring-factories.ts'
import { statementsOf } from '../support/queries.ts'

const HOUR = 60 * 60 * 1000
const { run } = schedule.find(({ name }) => name === 'send-reminders')!
const turn = (now: Date, dryRun = false) => run({ now, dryRun, confirmed: false })
const before = ({ startsAt }: Booking, hours: number) => new Date(startsAt.getTime() - hours * HOUR)
const longAgo = new Date(Date.now() - 72 * HOUR)

async function agreed(overrides: object = {}) {
  const mentor = await createUser({ role: 'mentor', name: 'Tomáš', timeZone: 'Europe/Prague' })
  const mentee = await createUser({ name: 'Maya', timeZone: 'Asia/Kolkata' })
  await createMentorProfile({ mentorId: mentor.id })
  const both = { mentorId: mentor.id, menteeId: mentee.id, createdAt: longAgo }
  return createBooking({ ...both, ...overrides })
}

const posted = async () => (await Mail.findAll({ order: ['createdAt', 'id'] })).map(({ template }) => template)

describe('The job send-reminders', () => {
  it('writes to both, once a day and once an hour before, with the door and each one’s own clock (P09)', async () => {
    const session = await agreed()

    expect(await turn(before(session, 25))).to.deep.equal({ day: 0, hour: 0, waiting: 0, opened: 0 })
    expect(await turn(before(session, 23), true)).to.include({ day: 1 })
    expect(await turn(before(session, 23))).to.include({ day: 1, hour: 0 })
    expect(await turn(before(session, 22))).to.include({ day: 0, hour: 0 })
    expect(await turn(before(session, 1))).to.include({ day: 0, hour: 1 })
    await drainQueue()

    const letters = await mailbox()
    expect(letters).to.have.lengthOf(4)
    for (const { links } of letters) expect(links).to.include(`/sessions/${session.id}/join`)
    const his = letters.filter(({ text }) => text.includes('with Maya'))
    expect(his.map(({ raw }) => raw).join())
      .to.contain('in Prague')
      .and.not.contain('Kolkata')
    const hers = letters.filter(({ text }) => text.includes('with Tomáš'))
    for (const { text } of hers) expect(text).to.match(/in Kolkata \(.*in Prague\)/)
  })

  it('leaves the day out where they agreed within it', async () => {
    const session = await agreed()
    await BookingEvent.create({
      bookingId: session.id,
      what: 'accepted',
      actor: 'mentor',
      createdAt: before(session, 20),
    })

    expect(await turn(before(session, 19))).to.include({ day: 0 })
    expect(await turn(before(session, 1))).to.include({ hour: 1 })
  })

  it('reminds anew of a session that was moved, and drops what it said of the old time', async () => {
    const session = await agreed()
    await turn(before(session, 23))
    const startsAt = new Date(session.startsAt.getTime() + 48 * HOUR)
    const to = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR / 2) }
    const move = await BookingMove.create({ bookingId: session.id, proposedBy: 'mentor', ...to })
    await session.reload()
    await acceptMove(session, move, before(session, 22))
    await drainQueue()
    expect((await mailbox()).filter(({ subject }) => subject.includes('coming up'))).to.deep.equal([])

    expect(await turn(before(session, 23))).to.include({ day: 1 })
    expect(await Mail.count({ where: { template: 'reminder-day' } })).to.equal(4)
  })

  it('drops a letter whose session is cancelled or has begun before it goes', async () => {
    const soon = { startsAt: new Date(Date.now() + HOUR) }
    const [cancelled, begun] = [await agreed(soon), await agreed(soon)]
    await turn(before(begun, 0.5))
    await cancelled.update({ state: 'cancelled', endedBy: 'mentor', endedAt: new Date() })
    await begun.update({ startsAt: longAgo, busyFrom: longAgo })
    await drainQueue()

    expect(await mailbox()).to.deep.equal([])
    expect(await Mail.count({ where: { status: 'dropped' } })).to.equal(4)
  })

  it('reminds a mentor once, after half of the time to answer', async () => {
    const respondBy = new Date(Date.now() + 24 * HOUR)
    const request = await agreed({ state: 'requested', respondBy, createdAt: new Date(Date.now() - 12 * HOUR) })

    expect(await turn(new Date())).to.include({ waiting: 0 })
    expect(await turn(new Date(Date.now() + 7 * HOUR))).to.include({ waiting: 1 })
    expect(await turn(new Date(Date.now() + 8 * HOUR))).to.include({ waiting: 0 })
    await drainQueue()
    expect((await mailbox()).map(({ links }) => links[0])).to.deep.equal([`/sessions/${request.id}`])
    expect(await posted()).to.deep.equal(['request-waits'])
  })

  it('asks no more for many than for one', async () => {
    for (let n = 0; n < 3; n++) await agreed({ startsAt: new Date(Date.now() + (20 + n) * HOUR) })
    const statements = await statementsOf(() => turn(new Date()))

    expect(await Mail.count()).to.equal(6)
    expect(statements.filter((statement) => !/^(START|COMMIT|SET|;)/.test(statement))).to.have.lengthOf(7)
  })
})
