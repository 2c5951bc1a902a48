import { Op } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { eachOf } from '../../lib/each-of.ts'
import { Booking } from '../../models/index.ts'
import type { Template } from '../mail/templates.ts'
import { end, step } from './booking-changes.ts'
import { clearHolds, endHold, neverPaid } from './holds.ts'
import { refreshStaleTimes } from './mentor-profile.ts'

const HOUR = 60 * 60 * 1000
const HOURS_TO_ANSWER = 48
const HOURS_BEFORE = 12

/**
 * Until when a mentor answers: 48 hours, at the latest 12 hours before the start. What is asked for so late that this
 * would leave them less than an hour is answered within half of the time that is left.
 */
export function respondBy(start: Date, now: Date) {
  const latest = Math.min(now.getTime() + HOURS_TO_ANSWER * HOUR, start.getTime() - HOURS_BEFORE * HOUR)
  if (latest >= now.getTime() + HOUR) return new Date(latest)
  return new Date((now.getTime() + start.getTime()) / 2)
}

/** Lets go what nobody paid for in time, of one mentor: a constraint cannot read the clock. Part of booking. */
export function sweepHolds(mentorId: string, now: Date) {
  const ended = { ...neverPaid, holdExpiresAt: null, endedAt: now }
  return Booking.update(ended, { where: { mentorId, state: 'held', holdExpiresAt: { [Op.lte]: now } } })
}

/** Lets go every hold whose time is over, and forgets those of the day before. */
export async function expireHolds({ now, dryRun }: Turn) {
  const over = await Booking.findAll({ where: { state: 'held', holdExpiresAt: { [Op.lte]: now } } })
  if (dryRun) return { expired: over.length, forgotten: 0 }
  const expired = await eachOf(over, (booking) => step(booking, now, () => endHold(booking, now), []))
  return { expired, forgotten: await clearHolds(now) }
}

/** Ends, with a letter to who asked, every request that was not answered in time, and looks who is free when. */
export async function expireRequests({ now, dryRun }: Turn) {
  const over = await Booking.findAll({ where: { state: 'requested', respondBy: { [Op.lte]: now } } })
  if (dryRun) return { expired: over.length, refreshed: 0 }
  const expired = await eachOf(over, (booking) => {
    const letter: [Template, string | null] = ['booking-declined', booking.menteeId]
    return step(booking, now, () => end(booking, 'expired', 'time', now), [letter])
  })
  return { expired, ...(await refreshStaleTimes(now)) }
}
