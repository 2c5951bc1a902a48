import { config } from '../../config.ts'
import { sequelize } from '../../db/sequelize.ts'
import { sql } from '../../lib/sql.ts'
import { isTaken } from '../../lib/taken.ts'
import { type Booking, Meeting, ZoomDay } from '../../models/index.ts'

/** How long before a session its room may be open, and how long it may go on after it. */
const MINUTES_AROUND = 15

/** All our hosts are busy then, or have done at Zoom what may be done on a day. Another attempt may find one. */
export class NoHostFree extends Error {
  constructor() {
    super('No host at Zoom is free')
    this.name = 'NoHostFree'
  }
}

/**
 * Takes a host for the time of a session, before Zoom is asked. Of two who want the same one the database refuses the
 * second, as it does for a host who has made or changed 90 meetings today: the next is tried. Throws NoHostFree.
 */
export async function reserve(booking: Booking, now: Date) {
  const { id: bookingId, mentorId, menteeId } = booking
  for (const host of await hostsByRest(now)) {
    const row = { bookingId, mentorId, menteeId, host, ...busyAt(booking), createdAt: now }
    const meeting = await unlessRefused(() => spending(host, now, () => Meeting.create(row)))
    if (meeting) return meeting
  }
  throw new NoHostFree()
}

/** Keeps the host for the time that the session has now. Undefined, and given up, where somebody else has them then. */
export async function hold(meeting: Meeting, booking: Booking, now: Date) {
  const busy = busyAt(booking)
  if (meeting.busyFrom.getTime() === busy.busyFrom.getTime()) return meeting
  const held = await unlessRefused(() => spending(meeting.host, now, () => meeting.update(busy)))
  if (!held) await Meeting.destroy({ where: { id: meeting.id } })
  return held
}

/** Whoever has done least today comes first. */
async function hostsByRest(now: Date) {
  const { rows } = await sql<{ host: string }>(
    `select host from unnest($hosts::text[]) with ordinality as pool (host, place)
     left join (select host, calls from zoom_days where day = $day) today using (host)
     order by coalesce(calls, 0), place`,
    { hosts: config.zoom.hosts, day: dayOf(now) },
  )
  return rows.map(({ host }) => host)
}

function spending<Result>(host: string, now: Date, work: () => Promise<Result>) {
  return sequelize.transaction(async () => {
    await ZoomDay.spend(host, dayOf(now))
    return work()
  })
}

async function unlessRefused<Result>(work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error, 'meetings_host_overlap') || isTaken(error, 'zoom_days_most')) return undefined
    throw error
  }
}

function busyAt({ startsAt, endsAt }: Booking) {
  const around = MINUTES_AROUND * 60_000
  return { busyFrom: new Date(startsAt.getTime() - around), busyUntil: new Date(endsAt.getTime() + around) }
}

/** Of Zoom's clock, which is UTC. */
function dayOf(now: Date) {
  return now.toISOString().slice(0, 10)
}
