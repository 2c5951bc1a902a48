import { Op } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { reportError } from '../../lib/report-error.ts'
import type { Outcome, Side } from '../../models/booking.ts'
import { Booking } from '../../models/index.ts'
import { change } from './booking-changes.ts'

const HOURS_TO_SAY = 72
const HOUR = 60 * 60 * 1000

/** Keeps what one of the two says about who came. False once the session is closed. */
export async function sayWhoCame(booking: Booking, side: Side, outcome: Outcome, now: Date) {
  if (!booking.canBeToldOfAt(now)) return false
  const to = side === 'mentor' ? { mentorSaid: outcome } : { menteeSaid: outcome }
  return change(booking, { from: 'confirmed', to, what: 'said who came', by: side }, now)
}

/** Closes every session that was over for three days: both came, unless one of them said otherwise. */
export async function closeAttendance({ now, dryRun }: Turn) {
  const latest = new Date(now.getTime() - HOURS_TO_SAY * HOUR)
  const over = await Booking.findAll({ where: { state: 'confirmed', endsAt: { [Op.lte]: latest } } })
  if (dryRun) return { completed: over.length }

  let completed = 0
  for (const booking of over) {
    try {
      const to = { state: 'completed', outcome: outcomeOf(booking) } as const
      if (await change(booking, { from: 'confirmed', to, what: 'completed', by: 'time' }, now)) completed++
    } catch (error) {
      reportError(error, { booking: booking.id })
    }
  }
  return { completed }
}

/** Who says that somebody was missing is believed; where the two differ, the mentee is, who may get money back. */
function outcomeOf({ mentorSaid, menteeSaid }: Booking): Outcome {
  const otherwise = [menteeSaid, mentorSaid].find((said) => said !== null && said !== 'met')
  return otherwise ?? 'met'
}
