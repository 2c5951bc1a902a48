import { Op } from 'sequelize'
import { Booking, type User } from '../../models/index.ts'
import { bookingService } from './booking-service.ts'

const ahead = ({ id }: User, now: Date) => ({
  [Op.or]: [{ mentorId: id }, { menteeId: id }],
  state: ['held', 'requested', 'confirmed'],
  startsAt: { [Op.gt]: now },
})

/** How many sessions somebody still has ahead of them, on either side. */
export function sessionsAheadOf(person: User, now: Date) {
  return Booking.count({ where: ahead(person, now) })
}

/** Cancels what a leaver has ahead of them, with a letter to the other side; who booked with them gets all back (P24). */
export async function leaveSessions(person: User, now: Date) {
  for (const booking of await Booking.findAll({ where: ahead(person, now) })) {
    await bookingService.cancel(booking, booking.sideOf(person)!, null, now)
  }
}
