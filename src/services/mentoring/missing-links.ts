import { literal, Op, type WhereOptions } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { Alarm, Booking } from '../../models/index.ts'
import { letMeet } from './meetings.ts'

const HOURS_BEFORE = 2
const HOUR = 60 * 60 * 1000

/** Agreed, not over, and one of the two would not know where to go. */
export function withoutLink(now: Date): WhereOptions {
  const hasBoth = `exists (select from meetings where booking_id = "Booking".id and mentor_link is not null
    and mentee_link is not null)`
  return { state: 'confirmed', endsAt: { [Op.gt]: now }, meetingLink: null, [Op.and]: [literal(`not ${hasBoth}`)] }
}

/**
 * Brings a session that begins within two hours and has no link before our staff, once, and tries Zoom again. As soon as
 * there is a link the alarm is off by itself.
 */
export async function watchLinks({ now, dryRun }: Turn) {
  const soon = { startsAt: { [Op.lte]: new Date(now.getTime() + HOURS_BEFORE * HOUR) } }
  const rows = await Booking.findAll({ where: { ...withoutLink(now), ...soon }, attributes: ['id'] })
  if (dryRun) return { withoutLink: rows.length }

  const missing = rows.map(({ id }) => id)
  const ringing = await Alarm.findAll({ where: { kind: 'session without link', resolvedAt: null } })
  const rung = new Set(ringing.map(({ detail }) => detail))
  for (const id of missing.filter((id) => !rung.has(id))) {
    await Alarm.ring('session without link', id)
    await letMeet(id)
  }
  const settled = ringing.filter(({ detail }) => !missing.includes(detail)).map(({ id }) => id)
  if (settled.length > 0) await Alarm.update({ resolvedAt: now }, { where: { id: settled } })
  return { withoutLink: missing.length }
}
