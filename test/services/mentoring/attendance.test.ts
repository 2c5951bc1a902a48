import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Meeting, SessionVisit, Ticket, TicketNote, TicketReply } from '../../../src/models/index.ts'
import { closeAttendance } from '../../../src/services/mentoring/attendance.ts'
import { letMeet } from '../../../src/services/mentoring/meetings.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { openZoom } from '../../support/zoom.ts'

const MINUTE = 60_000
const DAYS = 24 * 60 * MINUTE
const startsAt = new Date(Date.now() - 4 * DAYS)
const turn = { now: new Date(), dryRun: false, confirmed: false }

type Stay = [side: 'mentor' | 'mentee', joined: number, left: number | null]

describe('Who came to a session', () => {
  const { meetings, account, tell } = openZoom()

  for (const [title, said, stays, outcome] of [
    ['is what the log shows when nobody says anything', {}, [['mentee', -2, 20]], 'mentor missing'],
    [
      'is both when they were there together',
      {},
      [
        ['mentor', 0, 29],
        ['mentee', 3, null],
      ],
      'met',
    ],
    ['is both when neither log nor people tell', {}, [], 'met'],
    [
      'is not told by a minute in the room, nor by an hour on another day',
      {},
      [
        ['mentee', -1500, -1440],
        ['mentee', 0, 1],
      ],
      'met',
    ],
    [
      'is what both say, whatever the log shows',
      { mentorSaid: 'neither came', menteeSaid: 'neither came' },
      [['mentee', 0, 20]],
      'neither came',
    ],
    [
      'is what the log shows when they differ',
      { mentorSaid: 'mentee missing', menteeSaid: 'met' },
      [['mentor', 0, 30]],
      'mentee missing',
    ],
    [
      'is what the log shows when one was wrong',
      { menteeSaid: 'mentor missing' },
      [
        ['mentor', 1, 30],
        ['mentee', 0, 30],
      ],
      'met',
    ],
    ['is what one of them says when the log is silent', { mentorSaid: 'mentee missing' }, [], 'mentee missing'],
  ] as [string, object, Stay[], string][]) {
    it(title, async () => {
      const booking = await session(said, stays)
      await closeAttendance(turn)

      expect(await booking.reload()).to.include({ state: 'completed', outcome })
      const refunded = ['mentor missing', 'neither came'].includes(outcome)
      expect(booking.refundPercent).to.equal(refunded ? 100 : null)
      expect(await Ticket.count()).to.equal(0)
    })
  }

  it('is for our staff to find out when they differ and the log is not clear; neither reads the other', async () => {
    const booking = await session({ mentorSaid: 'mentee missing', menteeSaid: 'mentor missing' }, [])
    await closeAttendance(turn)
    await closeAttendance(turn)

    expect(await booking.reload()).to.include({ state: 'completed', outcome: null, refundPercent: null })
    const [ticket] = await Ticket.findAll()
    expect(ticket).to.include({ category: 'booking', requesterId: booking.menteeId, queue: 'support' })
    expect((await TicketNote.findOne())!.body).to.contain('Mentor: mentee missing. Mentee: mentor missing.')
    expect((await TicketReply.findOne())!.body).to.not.contain('missing')
    expect(await Ticket.count()).to.equal(1)
  })

  it('is told by Zoom while they are there, and the meeting goes some hours after', async () => {
    const [from, until] = [new Date(Date.now() - 10 * MINUTE), new Date(Date.now() + 20 * MINUTE)]
    const booking = await createBooking({ startsAt: from, endsAt: until })
    await letMeet(booking.id)
    await drainQueue()
    const [meeting] = meetings()
    const [mentor] = meeting!.registrants
    await tell(meeting!, mentor!, true)
    await tell(meeting!, mentor!, false)

    const visits = await SessionVisit.findAll({ order: ['createdAt', 'what'] })
    expect(visits.map(({ side, what }) => `${side} ${what}`)).to.deep.equal(['mentor joined', 'mentor left'])
    await closeAttendance(turn)
    expect(await Meeting.count()).to.equal(1)
    await closeAttendance({ ...turn, now: new Date(until.getTime() + 7 * 60 * MINUTE) })
    await drainQueue()
    expect([await Meeting.count(), account().meetings.length]).to.deep.equal([0, 0])
  })
})

/** Half an hour, four days ago, with what they said, and what Zoom saw in minutes from the start. */
async function session(said: object, stays: Stay[]) {
  const booking = await createBooking({ startsAt, ...said })
  const { id: bookingId, mentorId, menteeId } = booking
  const after = (minutes: number) => new Date(startsAt.getTime() + minutes * MINUTE)
  for (const [side, joined, left] of stays) {
    const who = { bookingId, side, memberId: (side === 'mentor' ? mentorId : menteeId)! }
    await SessionVisit.note({ ...who, what: 'joined', createdAt: after(joined) })
    if (left !== null) await SessionVisit.note({ ...who, what: 'left', createdAt: after(left) })
  }
  return booking
}
