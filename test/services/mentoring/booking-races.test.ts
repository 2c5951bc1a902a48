import { expect } from 'chai'
import { v4 } from 'uuid'
import { sql } from '../../../src/lib/sql.ts'
import { Booking, BookingEvent, SessionType, type User } from '../../../src/models/index.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { archiveType, changeType } from '../../../src/services/mentoring/session-types.ts'
import { expireRequests } from '../../../src/services/mentoring/waiting.ts'
import { createUser } from '../../support/factories.ts'
import {
  createBooking,
  createMentorProfile,
  createSessionType,
  createWeeklyHour,
} from '../../support/mentoring-factories.ts'

const ROUNDS = 4
const MINUTE = 60_000
const now = new Date('2026-12-01T08:00:00Z')
const monday = new Date('2026-12-07T10:00:00Z')
const later = (minutes: number) => new Date(monday.getTime() + minutes * MINUTE)

async function offered(needsApproval = false) {
  const mentor = await createUser({ role: 'mentor' })
  const mentorId = mentor.id
  await createMentorProfile({ mentorId })
  await createWeeklyHour({ mentorId })
  const short = await createSessionType({ mentorId, needsApproval })
  const long = await createSessionType({ mentorId, needsApproval, minutes: 90 })
  return { mentor, short, long }
}

function book(mentee: User, mentor: User, type: SessionType, start = monday, clientToken: string = v4()) {
  return bookingService.book(mentee, mentor, { type, start, message: 'A joint that will not close.', clientToken }, now)
}

const seenType = async ({ id }: SessionType) => (await SessionType.findByPk(id))!

/** A fresh look at a row for each who acts, as two browsers would have. */
const seen = async ({ id }: Booking) => (await Booking.findByPk(id))!

describe('Booking at the same time', () => {
  it('gives overlapping times of unequal length to one of forty, and tells the others', async () => {
    const { mentor, short, long } = await offered()
    const people = await Promise.all(Array.from({ length: 40 }, () => createUser()))

    const outcomes = await Promise.all(
      people.map((mentee, n) => (n % 2 ? book(mentee, mentor, short, later(30)) : book(mentee, mentor, long))),
    )

    expect(outcomes.filter((outcome) => typeof outcome !== 'string')).to.have.lengthOf(1)
    expect(outcomes.filter((outcome) => outcome === 'taken')).to.have.lengthOf(39)
    expect(await Booking.count()).to.equal(1)
    expect((await BookingEvent.findAll()).map(({ what, actor }) => [what, actor])).to.deep.equal([['booked', 'mentee']])
  })

  it('keeps a mentee from being in two places, also with two mentors at once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other, mentee] = [await offered(), await offered(), await createUser()]
      const both = [one, other].map(({ mentor, short }) => book(mentee, mentor, short))
      const outcomes = await Promise.all(both)

      expect(
        outcomes.filter((outcome) => outcome === 'busy'),
        `round ${round}`,
      ).to.have.lengthOf(1)
      expect(await Booking.count({ where: { menteeId: mentee.id } })).to.equal(1)
    }
  })

  it('books once from two tabs with the same form', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { mentor, short } = await offered(true)
      const [mentee, token] = [await createUser(), v4()]
      const tabs = await Promise.all([1, 2].map(() => book(mentee, mentor, short, monday, token)))

      expect(new Set(tabs.map((booking) => (booking as Booking).id)).size).to.equal(1)
      expect(await Booking.count({ where: { menteeId: mentee.id } })).to.equal(1)
    }
  })

  it('is refused for a session that is archived at that moment, or has another price by now', async () => {
    const { mentor, short, long } = await offered()
    const [dear, gone] = [await seenType(long), await seenType(short)]
    await changeType(long, { ...long.get(), price: 9000, approval: false }, now)
    expect(await book(await createUser(), mentor, dear)).to.equal('changed')

    const [, booked] = await Promise.all([archiveType(short, now), book(await createUser(), mentor, gone)])
    expect(booked === 'changed' || booked instanceof Booking).to.equal(true)
    expect(await book(await createUser(), mentor, gone, later(120))).to.equal('changed')
  })

  it('takes what a hold has kept too long', async () => {
    const { mentor, short } = await offered()
    const hold = await createBooking({
      ...{ mentorId: mentor.id, startsAt: monday, state: 'held', holdExpiresAt: new Date(now.getTime() - 1) },
    })

    expect(await book(await createUser(), mentor, short)).to.be.instanceOf(Booking)
    expect(await hold.reload()).to.include({ state: 'expired', endedBy: 'mentee' })
  })

  it('is left to the database, should anything pass by the service', async () => {
    const { mentorId } = await createBooking({ startsAt: monday })
    const late = createBooking({ mentorId, startsAt: later(15), state: 'requested', respondBy: later(0) })
    expect(await late.catch((error) => error.parent.constraint)).to.equal('bookings_mentor_overlap')
  })
})

describe('A request', () => {
  const acts = {
    accepts: async (request: Booking) => bookingService.accept(await seen(request), now),
    cancels: async (request: Booking) => bookingService.cancel(await seen(request), 'mentee', null, now),
    'runs out': async ({ respondBy }: Booking) => {
      const { expired } = await expireRequests({ now: respondBy!, dryRun: false, confirmed: false })
      return expired === 1
    },
  }
  const pairs = [
    ['accepts', 'cancels'],
    ['runs out', 'accepts'],
    ['runs out', 'cancels'],
  ] as const

  for (const [one, other] of pairs) {
    it(`that ${one} and ${other} at the same time has one end`, async () => {
      const { mentor, short } = await offered(true)
      for (let round = 0; round < ROUNDS; round++) {
        const request = (await book(await createUser(), mentor, short, later(round * 60))) as Booking
        const done = await Promise.all([acts[one](request), acts[other](request)])

        const state = (await seen(request)).state
        const first = done.filter(Boolean).length
        expect(first, `round ${round}: ${state}`).to.be.within(1, one === 'accepts' ? 2 : 1)
        const { rows } = await sql<{ count: number }>(
          'select count(*)::int from booking_events where booking_id = $id',
          { id: request.id },
        )
        expect(rows[0]!.count).to.equal(1 + first)
      }
    })
  }

  it('waits in twos at most for the same mentor', async () => {
    const { mentor, short } = await offered(true)
    const mentee = await createUser()
    const outcomes = await Promise.all([0, 60, 120, 180].map((minutes) => book(mentee, mentor, short, later(minutes))))

    expect(outcomes.filter((outcome) => outcome === 'too many')).to.have.lengthOf(2)
  })
})
