import { AsyncLocalStorage } from 'node:async_hooks'
import { isTogether, togetherOrAgain } from '../../db/together.ts'
import { reportError } from '../../lib/report-error.ts'
import { sql } from '../../lib/sql.ts'
import { refreshNextFree } from './mentor-profile.ts'

type Turn = { mentorId: string; found: Map<string, Promise<unknown>> }

const underWay = new AsyncLocalStorage<Turn>()

/**
 * Runs what changes the bookings of a mentor, one after the other: what it reads of them stays true until it is over.
 * Afterwards it is worked out when they are next free. What runs within a turn of the same mentor belongs to that.
 */
export function inMentorsTurn<Result>(mentorId: string | null, now: Date, work: () => Promise<Result>) {
  return isTogether() && hasTurn(mentorId) ? work() : turn(mentorId, now, work)
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
  return togetherOrAgain(async () => {
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
