import { isTogether, together } from '../../db/together.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { refreshNextFree } from './mentor-profile.ts'

/** PostgreSQL let one of two go that waited for each other. */
const DEADLOCK = '40P01'

/**
 * Runs what changes the bookings of a mentor, one after the other: what it reads of them stays true until it is over.
 * Afterwards it is worked out when they are next free. Should PostgreSQL let it go for another, it is tried once more,
 * unless it is part of something larger, of which nothing is left then either.
 */
export async function inMentorsTurn<Result>(mentorId: string | null, now: Date, work: () => Promise<Result>) {
  if (isTogether()) return turn(mentorId, now, work)
  try {
    return await turn(mentorId, now, work)
  } catch (error) {
    if (!isDeadlock(error)) throw error
    return turn(mentorId, now, work)
  }
}

function turn<Result>(mentorId: string | null, now: Date, work: () => Promise<Result>) {
  return together(async () => {
    if (!mentorId) return work()
    await sql('select from mentor_profiles where mentor_id = $mentorId for no key update', { mentorId })
    const result = await work()
    await refreshNextFree(mentorId, now).catch(passOverUnknownZone)
    return result
  })
}

/** A zone that this machine does not know (they are renamed) must keep nobody from cancelling, nor from leaving. */
function passOverUnknownZone(error: unknown) {
  if (!(error instanceof RangeError)) throw error
  reportError(error)
}

function isDeadlock(error: unknown) {
  return (error as { original?: { code?: string } }).original?.code === DEADLOCK
}
