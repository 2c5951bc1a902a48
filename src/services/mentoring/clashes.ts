import { Op } from 'sequelize'
import { isTaken } from '../../lib/taken.ts'
import { Booking, SingleTime } from '../../models/index.ts'
import { proposeMove } from './booking-moves.ts'
import { bookingService } from './booking-service.ts'
import { inMentorsTurn } from './mentors-turn.ts'
import { type Range, timesInstead } from './times-instead.ts'

/** What becomes of a session in the way: 'decline', 'cancel', or 'move' and the instant that is offered instead. */
export type Choices = Record<string, string>

/** What a mentor has promised for a time at which they will be away, with a time afterwards that is free. */
export type InTheWay = { booking: Booking; instead: Date | undefined }

/** Somebody else was faster: nothing is done. */
class Overtaken extends Error {}

/** What stands in the way of being away. Four statements, however much it is. */
export async function clashesWith(mentorId: string, range: Range, now: Date): Promise<InTheWay[]> {
  const bookings = await inTheWay(mentorId, range, now)
  const agreed = bookings.filter(({ state, menteeId }) => state === 'confirmed' && menteeId)
  const instead = agreed.length > 0 ? await timesInstead(agreed, mentorId, range, now) : new Map<string, Date>()
  return bookings.map((booking) => ({ booking, instead: instead.get(booking.id) }))
}

/**
 * Closes a range of time and settles what stands in its way, all or nothing, with a letter to everybody concerned. Nothing
 * is done where such a range is there already ('taken'), or what is in the way is not what was chosen for ('overtaken').
 */
export async function goAway(mentorId: string, range: Range, choices: Choices, now: Date) {
  try {
    await inMentorsTurn(mentorId, now, async () => {
      await SingleTime.create({ ...range, mentorId, kind: 'away' })
      for (const booking of await inTheWay(mentorId, range, now))
        if (!(await settle(booking, choices[booking.id], now))) throw new Overtaken()
    })
    return 'away'
  } catch (error) {
    if (isTaken(error, 'single_times_overlap')) return 'taken'
    if (error instanceof Overtaken) return 'overtaken'
    throw error
  }
}

async function settle(booking: Booking, choice: string | undefined, now: Date) {
  const [what, start] = choice?.split(' ') ?? []
  if (booking.state === 'requested') return what === 'decline' && bookingService.decline(booking, null, now)
  if (what === 'cancel') return bookingService.cancel(booking, 'mentor', null, now)
  return what === 'move' && proposeMove(booking, 'mentor', new Date(start!), now)
}

function inTheWay(mentorId: string, { startsAt, endsAt }: Range, now: Date) {
  return Booking.findAll({
    where: {
      ...{ mentorId, state: ['requested', 'confirmed'] },
      [Op.and]: [{ startsAt: { [Op.lt]: endsAt } }, { endsAt: { [Op.gt]: startsAt } }, { startsAt: { [Op.gt]: now } }],
    },
    include: { association: 'mentee', attributes: ['id', 'name'] },
    order: ['startsAt', 'id'],
  })
}
