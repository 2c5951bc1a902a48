import { AsyncLocalStorage } from 'node:async_hooks'
import { isTogether, together } from '../../db/together.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { refreshNextFree } from './mentor-profile.ts'

/** PostgreSQL let one of two go that waited for each other. */
const DEADLOCK = '40P01'

type Turn = { mentorId: string; found: Map<string, Promise<unknown>> }

const underWay = new AsyncLocalStorage<Turn>()

/**
 * Runs what changes the bookings of a mentor, one after the other: what it reads of them stays true until it is over.
 * Afterwards it is worked out when they are next free. Should PostgreSQL let it go for another, it is tried once more,
 * unless it is part of something larger, of which nothing is left then either. What runs within a turn of the same mentor
 * belongs to that.
 */
export async function inMentorsTurn<Result>(mentorId: string | null, now: Date, work: () => Promise<Result>) {
  if (isTogether()) return hasTurn(mentorId) ? work() : turn(mentorId, now, work)
  try {
    return await turn(mentorId, now, work)
  } catch (error) {
    if (!isDeadlock(error)) throw error
    return turn(mentorId, now, work)
  }
}

/** What is the same for all that happens in a turn is asked once. */
export function onceATurn<Result>(what: string, ask: () => Promise<Result>): Promise<Result> {
  const found = isTogether() ? underWay.getStore()?.found : undefined
  const answer = (found?.get(what) as Promise<Result> | undefined) ?? ask()
  found?.set(what, answer)
  return answer
}

function hasTurn(mentorId: string | null) {
  return mentorId !== null && underWay.getStore()?.mentorId === mentorId
}

function turn<Result>(mentorId: string | null, now: Date, work: () => Promise<Result>) {
  return together(async () => {
    if (!mentorId) return work()
    const turn: Turn = { mentorId, found: new Map() }
    await sql('select from mentor_profiles where mentor_id = $mentorId for no key update', { mentorId })
    const result = await underWay.run(turn, work)
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
