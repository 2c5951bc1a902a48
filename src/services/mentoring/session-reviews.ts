import { Op, Transaction } from 'sequelize'
import { together } from '../../db/together.ts'
import { Forbidden } from '../../errors.ts'
import type { Turn } from '../../jobs/turn.ts'
import { sql } from '../../lib/sql.ts'
import type { Side } from '../../models/booking.ts'
import { Booking, BookingEvent, SessionReview } from '../../models/index.ts'

type Words = { rating: number; body: string | null }

const DAYS_FOR_THE_OTHER = 7
const deleted = 'review deleted'

/** Whether the two met in a booking called b, as far as anybody says. */
export const tookPlaceIn = `(b.state = 'completed' and b.outcome = 'met' or b.state = 'confirmed' and b.ends_at <= $now
  and coalesce(b.mentor_said, 'met') = 'met' and coalesce(b.mentee_said, 'met') = 'met')`

/** The same of a session at hand, while there still are two. Only then is there something to say of it. */
export function tookPlace(booking: Booking, now: Date) {
  const { state, outcome, mentorId, menteeId, mentorSaid, menteeSaid } = booking
  if (!mentorId || !menteeId) return false
  if (state === 'completed') return outcome === 'met'
  return booking.canBeToldOfAt(now) && [mentorSaid, menteeSaid].every((said) => said === null || said === 'met')
}

/** What a reader may know of what was said: their own words, and those of the other side once they are published. */
export async function reviewsOf(booking: Booking, side: Side, now: Date) {
  if (booking.endsAt > now) return { open: false }
  const readable = { publishedAt: { [Op.ne]: null }, removedAt: null }
  const found = await SessionReview.findAll({ where: { bookingId: booking.id, [Op.or]: [{ side }, readable] } })
  const mine = found.find((review) => review.side === side)
  const theirs = found.find((review) => review.side !== side)
  return { mine, theirs, open: !mine?.publishedAt && tookPlace(booking, now) }
}

/**
 * Keeps what one of the two says, in place of what they said before. Whoever is second publishes both at once; two at the
 * same moment go one after the other. False once it is published, for then it stays as it is or goes. Throws Forbidden for
 * what did not take place.
 */
export function review({ id }: Booking, side: Side, words: Words, now: Date) {
  return together(async () => {
    const booking = await Booking.findByPk(id, { lock: Transaction.LOCK.NO_KEY_UPDATE, rejectOnEmpty: true })
    if (!tookPlace(booking, now))
      throw new Forbidden('Only a session in which you met can be reviewed, once it is over.')

    const said = await SessionReview.findAll({ where: { bookingId: id }, lock: true })
    const mine = said.find((review) => review.side === side)
    if (mine?.publishedAt || (await BookingEvent.count({ where: { bookingId: id, what: deleted, actor: side } })))
      return false

    const { mentorId, menteeId } = booking
    const [writerId, subjectId] = side === 'mentor' ? [mentorId, menteeId] : [menteeId, mentorId]
    if (mine) await mine.update(words)
    else await SessionReview.create({ bookingId: id, writerId, subjectId, side, ...words, createdAt: now })
    if (said.some((review) => review.side !== side))
      await SessionReview.update({ publishedAt: now }, { where: { bookingId: id, publishedAt: null } })
    return true
  })
}

/**
 * Deletes what one of the two said, published or not. False where there is nothing. Throws Forbidden for what was taken
 * down. What was published leaves a line in the timeline: who has read the other says nothing new of them.
 */
export function deleteReview({ id: bookingId }: Booking, side: Side, now: Date) {
  return together(async () => {
    const mine = await SessionReview.findOne({ where: { bookingId, side }, lock: true })
    if (!mine) return false
    if (mine.removedAt) throw new Forbidden('Your review was taken down. It stays with us in case you appeal.')
    await mine.destroy()
    if (mine.publishedAt) await BookingEvent.create({ bookingId, what: deleted, actor: side, createdAt: now })
    return true
  })
}

/** Whether one of the two has deleted what was published, by the timeline of the session. */
export function hasDeleted(side: Side, events: BookingEvent[]) {
  return events.some(({ what, actor }) => what === deleted && actor === side)
}

const due = `select r.id from session_reviews r join bookings b on b.id = r.booking_id
  where r.published_at is null and r.created_at <= $now::timestamptz - interval '${DAYS_FOR_THE_OTHER} days'
    and ${tookPlaceIn}`

/** Publishes what waited seven days for the other side. What somebody writes at this moment has its turn an hour later. */
export async function publishReviews({ now, dryRun }: Turn) {
  const bind = { now: now.toISOString() }
  if (dryRun) return { published: (await sql(due, bind)).rows.length }
  const { rows } = await sql(
    `update session_reviews set published_at = $now where id in (${due} for update of r skip locked) returning id`,
    bind,
  )
  return { published: rows.length }
}
