import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { tasks } from '../../../src/jobs/tasks.ts'
import { sql } from '../../../src/lib/sql.ts'
import { type Booking, Disclosure, Meeting, User, ZoomDay } from '../../../src/models/index.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { letMeet } from '../../../src/services/mentoring/meetings.ts'
import { leave } from '../../support/leaving.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { openZoom } from '../../support/zoom.ts'

const HOUR = 60 * 60 * 1000
const tomorrow = new Date(Date.now() + 24 * HOUR)

describe('The meeting of a session', () => {
  const { meetings, account } = openZoom()

  it('is made once it is agreed: a code, a time, and of the two a name and an address each (P11)', async () => {
    const booking = await createBooking({ state: 'requested', respondBy: tomorrow, title: 'About my divorce' })
    await bookingService.accept(booking, new Date())
    await drainQueue()

    const meeting = await meetingOf(booking)
    const [made] = meetings()
    expect(String(made!.id)).to.equal(meeting.number)
    expect(made!.topic).to.match(/^Session [\da-f]{10}-[\da-f]{6}$/)
    expect(made!.registrants.map(({ id }) => id)).to.deep.equal([meeting.mentorRegistrant, meeting.menteeRegistrant])
    expect(JSON.stringify(made)).to.not.contain('divorce')
    expect(meeting.mentorLink).to.not.equal(meeting.menteeLink)
    const told = await Disclosure.findAll({ where: { processor: 'zoom' } })
    expect(told.map(({ fields }) => fields)).to.deep.equal(Array(2).fill(['users.name', 'users.email']))
  })

  it('is not made twice when it was made and the answer got lost', async () => {
    const booking = await createBooking()
    Object.assign(account(), { breaksOff: true })
    await attempt(booking)
    Object.assign(account(), { breaksOff: false })
    await attempt(booking)

    expect(meetings()).to.have.lengthOf(1)
    expect((await meetingOf(booking)).number).to.equal(String(meetings()[0]!.id))
  })

  it('leaves nothing behind when it was made, the answer got lost, and the session was cancelled meanwhile', async () => {
    const booking = await createBooking()
    Object.assign(account(), { breaksOff: true })
    await attempt(booking)
    await bookingService.cancel(booking, 'mentee', null, new Date())
    Object.assign(account(), { breaksOff: false })
    await tryAgain()

    expect(meetings()).to.deep.equal([])
  })

  it('waits for Zoom as long as it says, and is made when it is back', async () => {
    const booking = await createBooking()
    Object.assign(account(), { refuses: { status: 429, retryAfter: '3600' } })
    await attempt(booking)
    const { rows } = await sql<{ wait: number; attempts: number }>(
      'select extract(epoch from run_at - now())::int as wait, attempts from graphile_worker.jobs',
    )
    expect(rows).to.have.lengthOf(1)
    expect(rows[0]!.wait).to.be.within(3590, 3600)

    Object.assign(account(), { refuses: undefined })
    await tryAgain()
    expect((await meetingOf(booking)).menteeLink).to.be.a('string')
  })

  it('goes to a host who is free then, and has not done too much today; else it waits', async () => {
    const { hosts } = config.zoom
    const day = new Date().toISOString().slice(0, 10)
    await ZoomDay.bulkCreate(hosts.slice(2).map((host) => ({ host, day, calls: 90 })))
    const bookings = [await createBooking({ startsAt: tomorrow }), await createBooking({ startsAt: tomorrow })]
    for (const booking of bookings) await attempt(booking)
    const late = await createBooking({ startsAt: tomorrow })
    await attempt(late)

    const taken = (await Meeting.findAll()).map(({ host }) => host)
    expect(taken.sort()).to.deep.equal(hosts.slice(0, 2).sort())
    expect(await Meeting.count({ where: { bookingId: late.id } })).to.equal(0)
  })

  it('follows a session that is moved, with the same links, or on another host', async () => {
    const booking = await createBooking()
    await attempt(booking)
    const before = await meetingOf(booking)
    await move(booking, 2)
    const after = await meetingOf(booking)

    expect(after).to.include({ number: before.number, menteeLink: before.menteeLink })
    expect(meetings()[0]!.start_time).to.equal(booking.startsAt.toISOString().replace(/\.\d+/, ''))

    const startsAt = new Date(booking.startsAt.getTime() + 2 * HOUR)
    const other = await createBooking({ startsAt })
    await attempt(other)
    await Meeting.update({ host: after.host }, { where: { bookingId: other.id } })
    await move(booking, 2)
    expect((await meetingOf(booking)).host).to.not.equal(after.host)
    expect(meetings()).to.have.lengthOf(2)
  })

  it('goes where it could not follow for a day: its links would lead to the old time, and nobody would be alarmed', async () => {
    const booking = await createBooking()
    await attempt(booking)
    await tasks['move-meeting'].givenUp!({ booking: booking.id })
    expect(await meetingOf(booking)).to.equal(null)
  })

  it('goes from Zoom when the session is cancelled, and when one of the two is erased (P24)', async () => {
    const [cancelled, left] = [await createBooking(), await createBooking()]
    for (const booking of [cancelled, left]) await attempt(booking)
    await bookingService.cancel(cancelled, 'mentor', null, new Date())
    await drainQueue()
    expect(meetings().map(({ id }) => String(id))).to.deep.equal([(await meetingOf(left)).number])

    await leave((await User.findByPk(left.menteeId!))!, 'delete')
    await drainQueue()
    expect(meetings()).to.deep.equal([])
  })
})

async function attempt({ id }: Booking) {
  await letMeet(id)
  await drainQueue()
}

async function move(booking: Booking, hours: number) {
  const shifted = (time: Date) => new Date(time.getTime() + hours * HOUR)
  const { startsAt, endsAt, busyFrom, busyUntil } = booking
  await booking.update({
    ...{ startsAt: shifted(startsAt), endsAt: shifted(endsAt) },
    ...{ busyFrom: shifted(busyFrom), busyUntil: shifted(busyUntil) },
  })
  await letMeet(booking.id, 'move-meeting')
  await drainQueue()
}

/** The queue would wait a while. */
async function tryAgain() {
  await sql('update graphile_worker._private_jobs set run_at = now()')
  await drainQueue()
}

async function meetingOf({ id }: Booking) {
  return (await Meeting.findOne({ where: { bookingId: id } }))!
}
