import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import { config } from '../../config.ts'
import type { Booking } from '../../models/index.ts'

/** What a calendar is told of a session. It names neither of the two, nor what they meet for: calendars are shared. */
export type Entry = Pick<Booking, 'id' | 'startsAt' | 'endsAt' | 'state' | 'sequence'>

const name = `Sessions at ${config.siteName}`
const prodId = { company: config.siteName, product: 'Sessions', language: 'EN' }
const host = new URL(config.baseUrl).hostname
const organizer = { name: config.siteName, email: /<([^<>]+)>\s*$/.exec(config.mailFrom)?.[1] ?? config.mailFrom }
const AN_HOUR_IN_SECONDS = 3600

/**
 * A session for the calendar of one of its two people: it comes, changes or goes by the same UID, with a SEQUENCE that
 * rises (RFC 5546). Undefined where there is nothing to keep: it was never agreed. Only the reader's address is in it.
 */
export function invitation(entry: Entry, reader: string, now: Date) {
  const method = methodOf(entry)
  if (!method) return undefined

  // Without the one it is for, a REQUEST is none. Nobody is asked: they have agreed here already.
  const attendee = { email: reader, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }
  const calendar = ical({ prodId, method: ICalCalendarMethod[method] })
  calendar.createEvent({ ...eventOf(entry, now), attendees: [attendee] })
  return { method, content: calendar.toString() }
}

/** All of somebody's sessions, for a calendar that looks again by itself. */
export function feedOf(entries: Entry[], now: Date) {
  const calendar = ical({ prodId, name, method: ICalCalendarMethod.PUBLISH, ttl: AN_HOUR_IN_SECONDS })
  for (const entry of entries) calendar.createEvent(eventOf(entry, now))
  return calendar.toString()
}

/** A calendar that was never told of a session need not hear that it is cancelled. */
function methodOf({ state, sequence }: Entry): 'REQUEST' | 'CANCEL' | undefined {
  if (state === 'confirmed' || state === 'completed') return 'REQUEST'
  return state === 'cancelled' && sequence > 0 ? 'CANCEL' : undefined
}

function eventOf({ id, startsAt, endsAt, state, sequence }: Entry, now: Date): ICalEventData {
  const page = `${config.baseUrl}/sessions/${id}`
  return {
    ...{ id: `${id}@${host}`, sequence, stamp: now, start: startsAt, end: endsAt, organizer },
    summary: `Session at ${config.siteName}`,
    description: `The session: ${page}\nTo join: ${page}/join`,
    location: `${page}/join`,
    url: page,
    class: ICalEventClass.PRIVATE,
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}
