import { Op } from 'sequelize'
import { together } from '../../db/together.ts'
import type { Turn } from '../../jobs/turn.ts'
import { reportError } from '../../lib/report-error.ts'
import type { Outcome, Side } from '../../models/booking.ts'
import { Booking, Meeting, type SessionVisit } from '../../models/index.ts'
import { raiseTicket } from '../support/raise-ticket.ts'
import { change } from './booking-changes.ts'
import { seenOutcome, visitsOf } from './visits.ts'

const HOURS_TO_SAY = 72
const ROUNDS_TO_SAY = 5
const HOURS_OF_A_MEETING = 6
const HOUR = 60 * 60 * 1000

/** Keeps what one of the two says about who came, also where both say it at once. False once the session is closed. */
export async function sayWhoCame(booking: Booking, side: Side, outcome: Outcome, now: Date) {
  const to = side === 'mentor' ? { mentorSaid: outcome } : { menteeSaid: outcome }
  for (let round = 0; round < ROUNDS_TO_SAY && booking.canBeToldOfAt(now); round++) {
    if (await change(booking, { from: 'confirmed', to, what: 'said who came', by: side }, now)) return true
    await booking.reload() // the other has just said theirs
  }
  return false
}

/**
 * Closes every session that was over for three days: as both say, or the log of the room, or one of them; where nobody
 * says anything and the log neither, both came. Where they contradict each other and the log is not clear, a ticket
 * brings it before our staff. Meetings go, and Zoom's with them, some hours after the end.
 */
export async function closeAttendance({ now, dryRun }: Turn) {
  const over = await Booking.findAll({
    where: { state: 'confirmed', endsAt: { [Op.lte]: hoursBefore(now, HOURS_TO_SAY) } },
  })
  const used = { busyUntil: { [Op.lte]: hoursBefore(now, HOURS_OF_A_MEETING) } }
  if (dryRun) return { completed: over.length, meetings: await Meeting.count({ where: used }) }

  let completed = 0
  const visits = await visitsOf(over)
  for (const booking of over) {
    try {
      if (await close(booking, visits.get(booking.id), now)) completed++
    } catch (error) {
      reportError(error, { booking: booking.id })
    }
  }
  return { completed, meetings: await Meeting.destroy({ where: used }) }
}

function close(booking: Booking, visits: SessionVisit[] | undefined, now: Date) {
  const outcome = outcomeOf(booking, seenOutcome(booking, visits))
  const to = { state: 'completed', outcome, ...refundFor(outcome) } as const
  return together(async () => {
    const closed = await change(booking, { from: 'confirmed', to, what: 'completed', by: 'time' }, now)
    if (closed && !outcome) await askStaff(booking, now)
    return closed
  })
}

/** Null where it is for a person to find out. */
function outcomeOf({ mentorSaid, menteeSaid }: Booking, seen: Outcome | null) {
  if (mentorSaid && mentorSaid === menteeSaid) return mentorSaid
  if (seen) return seen
  return mentorSaid && menteeSaid ? null : (menteeSaid ?? mentorSaid ?? 'met')
}

/** Whose mentor did not come gets all of it back. */
export function refundFor(outcome: Outcome | null) {
  return outcome === 'mentor missing' || outcome === 'neither came' ? { refundPercent: 100 } : {}
}

/** Neither reads what the other said: that stands in the note, for our staff. */
async function askStaff({ id, mentorId, menteeId, mentorSaid, menteeSaid }: Booking, now: Date) {
  const requesterId = menteeId ?? mentorId
  if (!requesterId) return
  const subject = 'Who came to your session'
  const body = 'The two of you remember differently who came to a session. We look into it, and write to you here.'
  const note = `Mentor: ${mentorSaid}. Mentee: ${menteeSaid}. The log of the room is not clear. /staff/sessions/${id}`
  await raiseTicket({ requesterId, category: 'booking', subject, body, note }, now)
}

function hoursBefore(now: Date, hours: number) {
  return new Date(now.getTime() - hours * HOUR)
}
