import { Op } from 'sequelize'
import { Booking, type User } from '../../models/index.ts'
import { step } from './booking-changes.ts'
import { bookingService } from './booking-service.ts'
import { endHold, letGo } from './holds.ts'
import { inMentorsTurn } from './mentors-turn.ts'

const ahead = ({ id }: User, now: Date) => ({
  [Op.or]: [{ mentorId: id }, { menteeId: id }],
  state: ['held', 'requested', 'confirmed'],
  startsAt: { [Op.gt]: now },
})

/** How many sessions somebody still has ahead of them, on either side. */
export function sessionsAheadOf(person: User, now: Date) {
  return Booking.count({ where: { ...ahead(person, now), state: ['requested', 'confirmed'] } })
}

/**
 * Cancels what a leaver has ahead of them, or `by` staff what a suspended person has, with a letter to the other side; who
 * booked with them gets all back (P24). One turn a mentor.
 */
export async function leaveSessions(person: User, now: Date, by?: 'staff') {
  const all = await Booking.findAll({ attributes: ['mentorId'], where: ahead(person, now), group: 'mentorId' })
  for (const { mentorId } of all) {
    await inMentorsTurn(mentorId, now, async () => {
      const where = { [Op.and]: [ahead(person, now), { mentorId }] }
      for (const booking of await Booking.findAll({ where })) {
        if (booking.state === 'held') await leaveHold(booking, person, now)
        else await bookingService.cancel(booking, by ?? booking.sideOf(person)!, null, now)
      }
    })
  }
}

/** It goes without a letter: nobody but who held it has heard of it. */
async function leaveHold(hold: Booking, person: User, now: Date) {
  if (hold.menteeId === person.id) await letGo(person.id, hold.id, now)
  else await step(hold, now, () => endHold(hold, now), [])
}
