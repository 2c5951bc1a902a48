import { literal, Op } from 'sequelize'
import { sql } from '../../lib/sql.ts'
import { Booking, CartItem, type User } from '../../models/index.ts'
import { underWay } from '../../models/order.ts'
import { end } from './booking-changes.ts'
import { inMentorsTurn } from './mentors-turn.ts'

/** So many times one person may hold at once: else anyone could empty a calendar. */
const MOST_HOLDS = 2
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** So long a time is held for whoever has to pay for it: long enough for a page of Stripe's. */
export const MINUTES_OF_A_HOLD = 35

/** What was held and never paid for. It came to nothing, so its mentor never hears of it (P09). */
export const neverPaid = { state: 'expired' as const, endedBy: 'mentee' as const }

/** Held, or nobody paid for it in time: not a session, for either of the two. */
export function isUnpaid({ state, endedBy }: Booking) {
  return state === 'held' || (state === neverPaid.state && endedBy === neverPaid.endedBy)
}

export function holdUntil(now: Date) {
  return new Date(now.getTime() + MINUTES_OF_A_HOLD * MINUTE)
}

type Wanted = { from: Date; until: Date; costs: boolean }

/**
 * Why somebody may not have a time, if they may not. Theirs are counted one after the other, and what they hold stands
 * against what they book as much as the other way round: once it is paid, both would be theirs. Part of booking.
 */
export async function objectionTo({ id: menteeId }: User, { from, until, costs }: Wanted, now: Date) {
  await sql('select pg_advisory_xact_lock(hashtextextended($menteeId, 0))', { menteeId })
  const live = { menteeId, state: 'held', holdExpiresAt: { [Op.gt]: now } }
  if (costs && (await Booking.count({ where: live })) >= MOST_HOLDS) return 'holding'

  const taken = { [Op.or]: [{ state: ['requested', 'confirmed'] }, live] }
  const there = { menteeId, startsAt: { [Op.lt]: until }, endsAt: { [Op.gt]: from } }
  return (await Booking.count({ where: { [Op.and]: [there, taken] } })) > 0 ? 'busy' : undefined
}

/** Lays a held time into the cart, where its price is. Part of booking. */
export function layIntoCart({ id: bookingId, menteeId, priceMinor, currency }: Booking, now: Date) {
  const item = { memberId: menteeId!, bookingId, priceSeenMinor: priceMinor, currency, createdAt: now }
  return CartItem.create(item)
}

const states = underWay.map((state) => `'${state}'`)
const isBeingPaid = (booking: string) => `exists (select from order_items i join orders o on o.id = i.order_id
  where i.booking_id = ${booking}.id and o.state in (${states}))`

/** Lets somebody's own hold go, or what is left of one that nobody pays for; whatever else has this id stays. */
export async function letGo(menteeId: string, id: string, now: Date) {
  const where = { id, menteeId, [Op.or]: [{ state: 'held' }, neverPaid] }
  const hold = await Booking.findOne({ where: { [Op.and]: [where, literal(`not ${isBeingPaid('"Booking"')}`)] } })
  if (hold) await inMentorsTurn(hold.mentorId, now, () => Booking.destroy({ where }))
}

/** Ends a hold: its time is over, or its mentor leaves. */
export function endHold(booking: Booking, now: Date) {
  return end(booking, 'expired', 'mentee', now)
}

/** Takes times that are not held any more out of the carts, and after a day forgets them, unless they are being paid. */
export async function clearHolds(now: Date) {
  await sql(`delete from cart_items using bookings b where b.id = booking_id and b.state <> 'held'`)
  const dayAgo = new Date(now.getTime() - DAY).toISOString()
  const { count } = await sql(
    `delete from bookings b where state = 'expired' and ended_by = 'mentee' and ended_at < $dayAgo and not ${isBeingPaid('b')}`,
    { dayAgo },
  )
  return count
}
