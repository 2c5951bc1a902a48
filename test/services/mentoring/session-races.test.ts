import { expect } from 'chai'
import { Booking, BookingEvent, BookingMove, SessionReview } from '../../../src/models/index.ts'
import { sayWhoCame } from '../../../src/services/mentoring/attendance.ts'
import { acceptMove, withdrawMove } from '../../../src/services/mentoring/booking-moves.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { publishReviews, review } from '../../../src/services/mentoring/session-reviews.ts'
import {
  createBooking,
  createMentorProfile,
  createSessionReview,
  createSingleTime,
} from '../../support/mentoring-factories.ts'
import { over } from '../../support/sessions-world.ts'

const ROUNDS = 6
const HOUR = 60 * 60 * 1000
const seen = async ({ id }: Booking) => (await Booking.findByPk(id))!

describe('A session', () => {
  it('that is moved and cancelled at the same time is one of both, and never a moved one that was cancelled', async () => {
    const { mentorId } = await createMentorProfile()
    for (let round = 0; round < ROUNDS; round++) {
      const session = await createBooking({ mentorId })
      const { id: bookingId, startsAt, endsAt } = session
      const later = (time: Date) => new Date(time.getTime() + 400 * 24 * HOUR)
      const move = await BookingMove.create({
        ...{ bookingId, proposedBy: 'mentor', startsAt: later(startsAt), endsAt: later(endsAt) },
      })
      const [one, other] = [await seen(session), await seen(session)]
      const accept = () => acceptMove(one, move, new Date())
      const cancel = () => bookingService.cancel(other, 'mentee', null, new Date())
      const acts = round % 2 ? [accept(), cancel()] : [cancel(), accept()]
      const done = await Promise.all(round % 2 ? acts : acts.toReversed())

      const now = await seen(session)
      expect(done.filter(Boolean), `round ${round}`).to.have.lengthOf(1)
      expect(now.state).to.equal(done[0] ? 'confirmed' : 'cancelled')
      expect(now.startsAt).to.deep.equal(done[0] ? move.startsAt : startsAt)
      expect((await move.reload()).state === 'accepted').to.equal(done[0])
      expect(await BookingEvent.count({ where: { bookingId } })).to.equal(1)
    }
  })

  it('moves to a time that somebody held and never paid for, and to none at which its mentor is away by now', async () => {
    const { mentorId } = await createMentorProfile()
    const later = (time: Date) => new Date(time.getTime() + 3 * 24 * HOUR)
    const proposed = async (session: Booking) => {
      const [startsAt, endsAt] = [later(session.startsAt), later(session.endsAt)]
      return BookingMove.create({ bookingId: session.id, proposedBy: 'mentor', startsAt, endsAt })
    }
    const session = await createBooking({ mentorId })
    const move = await proposed(session)
    const lapsed = new Date(Date.now() - 60_000)
    await createBooking({ mentorId, startsAt: move.startsAt, state: 'held', holdExpiresAt: lapsed })
    expect(await acceptMove(session, move, new Date())).to.equal(true)

    const further = await proposed(session)
    await createSingleTime({ mentorId, kind: 'away', startsAt: further.startsAt, endsAt: further.endsAt })
    expect(await acceptMove(session, further, new Date())).to.equal(false)
    expect((await seen(session)).startsAt).to.deep.equal(move.startsAt)
  })

  it('whose move is agreed to and taken back at the same time is moved or not, and says which', async () => {
    const { mentorId } = await createMentorProfile()
    for (let round = 0; round < ROUNDS; round++) {
      const session = await createBooking({ mentorId })
      const later = (time: Date) => new Date(time.getTime() + 400 * 24 * HOUR)
      const [startsAt, endsAt] = [later(session.startsAt), later(session.endsAt)]
      const move = await BookingMove.create({ bookingId: session.id, proposedBy: 'mentor', startsAt, endsAt })
      const [one, other] = [await seen(session), await seen(session)]
      const done = await Promise.all([acceptMove(one, move, new Date()), withdrawMove(other, move, new Date())])

      expect(done.filter(Boolean), `round ${round}`).to.have.lengthOf(1)
      expect((await seen(session)).startsAt).to.deep.equal(done[0] ? startsAt : session.startsAt)
      expect((await move.reload()).state).to.equal(done[0] ? 'accepted' : 'withdrawn')
    }
  })

  it('keeps what both say about who came, also when they say it at the same time', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const session = await createBooking(over())
      const [hers, his] = [await seen(session), await seen(session)]
      const both = [
        sayWhoCame(hers, 'mentee', 'met', new Date()),
        sayWhoCame(his, 'mentor', 'mentee missing', new Date()),
      ]
      expect(await Promise.all(both), `round ${round}`).to.deep.equal([true, true])
      expect(await seen(session)).to.include({ menteeSaid: 'met', mentorSaid: 'mentee missing' })
    }
  })

  it('that both review at the same time shows both at once, also while old ones are published', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const session = await createBooking(over())
      const { id: bookingId, mentorId, menteeId } = session
      const isOld = round % 2 === 1
      if (isOld) {
        const mine = { bookingId, writerId: menteeId, subjectId: mentorId }
        await createSessionReview({ ...mine, createdAt: new Date(Date.now() - 8 * 24 * HOUR) })
      }
      const now = new Date()
      const [hers, his, { published }] = await Promise.all([
        isOld || review(session, 'mentee', { rating: 4, body: null }, now),
        review(session, 'mentor', { rating: 5, body: null }, now),
        publishReviews({ now, dryRun: false, confirmed: false }),
      ])

      expect([hers, his]).to.deep.equal([true, true])
      expect(published).to.be.within(0, isOld ? 1 : 0)
      expect(await SessionReview.count({ where: { bookingId, publishedAt: now } }), `round ${round}`).to.equal(2)
    }
  })
})
