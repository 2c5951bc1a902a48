import { config } from '../../config.ts'
import type { Side } from '../../models/booking.ts'
import { type Booking, BookingMove } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'

/** What a letter about a session tells one of the two: of a mentee their name, address and message, and nothing else (P09). */
export async function sessionFacts(template: string, booking: Booking, side: Side) {
  const { startsAt, endsAt, respondBy, state } = booking
  const [user, other] = side === 'mentor' ? [booking.mentor!, booking.mentee] : [booking.mentee!, booking.mentor]
  const move = await BookingMove.findOne({ where: { bookingId: booking.id, state: 'open' } })
  const facts = { side, startsAt, endsAt, respondBy, state, proposed: move?.startsAt }
  const to = { link: `${config.baseUrl}/sessions/${booking.id}`, ...facts }

  if (side === 'mentor') {
    const [{ email }] = await disclose('mail', template, user.id, pick(user, 'email'))
    if (!other) return { to: email, ...to }
    const [known, { message }] = await disclose(
      'mail',
      template,
      other.id,
      pick(other, 'name', 'email'),
      pick(booking, 'message'),
    )
    return { to: email, ...to, name: known.name, address: known.email, message }
  }
  const [{ email }] = await disclose('mail', template, user.id, pick(user, 'email'))
  if (!other) return { to: email, ...to }
  const [{ name }, { mentorWords }] = await disclose(
    'mail',
    template,
    other.id,
    pick(other, 'name'),
    pick(booking, 'mentorWords'),
  )
  return { to: email, ...to, name, mentorWords }
}
