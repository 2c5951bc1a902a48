import { firstName } from '../../lib/short-name.ts'
import { type TimeStyle, timeInWords } from '../../lib/times.ts'
import { aheadAt } from '../../lib/zones.ts'
import type { BookingState, Outcome, Side } from '../../models/booking.ts'
import type { Booking, BookingEvent, SessionVisit, User } from '../../models/index.ts'
import { dayIn } from './week-of-times.ts'

export { capitalised } from '../../lib/capitalised.ts'
export { effectInWords, policyInWords } from './cancellation-policy.ts'
export { tabs } from './own-sessions.ts'

/** How sessions are spoken of, to the two people in them. */

export const states: Record<BookingState, { text: string; badge?: string }> = {
  held: { text: 'Being paid' },
  requested: { text: 'Waiting for an answer', badge: 'watched' },
  confirmed: { text: 'Agreed', badge: 'kept' },
  completed: { text: 'Over' },
  declined: { text: 'Declined' },
  expired: { text: 'Not answered in time' },
  cancelled: { text: 'Cancelled' },
}

const happenings: Record<string, string> = {
  requested: 'asked for it',
  booked: 'booked it',
  paid: 'paid for it',
  accepted: 'agreed',
  declined: 'declined',
  cancelled: 'cancelled',
  expired: 'It was not answered in time',
  completed: 'It was closed',
  'move proposed': 'proposed another time',
  'move accepted': 'agreed to the other time',
  'move refused': 'kept the old time',
  'move withdrawn': 'took the other time back',
  'link given': 'gave the link',
  'review deleted': 'deleted a review',
  'said who came': 'said who came',
  'who came decided': 'decided who came',
}

/** Whom one of the two has met, by first name; who has left has none. */
export function otherOf({ mentor, mentee }: Booking, side: Side) {
  const other = side === 'mentor' ? mentee : mentor
  return other ? firstName(other.name) : 'the other person'
}

/** What a reader finds as the answers to "who came?", and what each of them means when it is theirs. */
export const answers = {
  both: { label: 'We both came', mentor: 'met', mentee: 'met' },
  me: { label: 'I came, {other} did not', mentor: 'mentee missing', mentee: 'mentor missing' },
  other: { label: 'I could not come, {other} did', mentor: 'mentor missing', mentee: 'mentee missing' },
  nobody: { label: 'Neither of us came', mentor: 'neither came', mentee: 'neither came' },
} as const satisfies Record<string, { label: string } & Record<Side, Outcome>>

/** The choices for one side, who reads of the other by name. */
export function answersFor(booking: Booking, side: Side) {
  const other = otherOf(booking, side)
  return Object.entries(answers).map(([value, { label }]) => ({ value, label: label.replace('{other}', () => other) }))
}

/** The same as our staff say it. */
export const outcomesInWords: Record<Outcome, string> = {
  met: 'Both came',
  'mentor missing': 'The mentor did not come',
  'mentee missing': 'The mentee did not come',
  'neither came': 'Neither came',
}

export type Came = keyof typeof answers

const byStaff = { mentor: 'The mentor', mentee: 'The mentee', staff: 'Our staff' }

/** "You proposed another time", line by line; without a side, as our staff read it. */
export function stepsOf(events: BookingEvent[], side?: Side) {
  const bySide = side && { mentor: 'Your mentor', mentee: 'Your mentee', staff: 'Our staff', [side]: 'You' }
  const who: Record<string, string> = bySide ?? byStaff
  return events.map(({ what, actor, createdAt }) => {
    const words = happenings[what] ?? what
    return { text: actor === 'time' ? words : `${who[actor]} ${words}`, at: createdAt }
  })
}

/** What the log of a room says, to our staff. */
export function visitsInWords(visits: SessionVisit[]) {
  const did = { opened: 'opened the door here', joined: 'came into the room', left: 'left the room' }
  return visits.map(({ side, what, createdAt }) => ({ text: `${byStaff[side]} ${did[what]}`, at: createdAt }))
}

/** "17:00 in Prague", where a mentor's clock shows something else than the reader's. */
export function clockOf(
  mentor: Pick<User, 'timeZone'> | null | undefined,
  instant: Date,
  zone: string,
  style: TimeStyle = 'clock',
) {
  if (!mentor || aheadAt(mentor.timeZone, instant.getTime()) === aheadAt(zone, instant.getTime())) return undefined
  return `${timeInWords(instant, mentor.timeZone, style)} in ${place(mentor.timeZone)}`
}

/** The same for a letter, which names the reader's clock: "Mon 7 Dec 2026, 21:30 in Kolkata (17:00 in Prague)". */
export function timeForReader(instant: Date, zone: string, mentorZone?: string) {
  const day = mentorZone && dayIn(mentorZone, instant) !== dayIn(zone, instant) ? 'session' : 'clock'
  const there = mentorZone && clockOf({ timeZone: mentorZone }, instant, zone, day)
  return `${timeInWords(instant, zone, 'session')}${zone === 'UTC' ? ' UTC' : ` in ${place(zone)}`}${there ? ` (${there})` : ''}`
}

/** "Buenos Aires" for America/Argentina/Buenos_Aires. */
export function place(zone: string) {
  return zone.split('/').at(-1)!.replaceAll('_', ' ')
}

export function minutesOf({ startsAt, endsAt }: Booking) {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000
}
