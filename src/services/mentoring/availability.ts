import { prepare } from '../../lib/prepared.ts'
import type { Availability, Busy, Rule } from './slots.ts'
import { freeSlots, type Span } from './slots.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What a mentor declares of their time; `zone` is the one of their account. */
export type Hours = {
  mentorId: string
  zone: string
  noticeMinutes: number
  horizonDays: number
  bufferBefore: number
  bufferAfter: number
  maxPerDay: number | null
}

type Stored = { rules: Rule[]; open: Span[]; closed: Span[]; busy: Busy[] }

/** What still takes a mentor's time, of bookings called b: a hold whose time is over does not. */
export const takesTime = `b.state in ('held', 'requested', 'confirmed') and (b.state <> 'held' or b.hold_expires_at > $now)`

const spans = (columns: Record<string, string>) => {
  const pairs = Object.entries(columns).map(([key, column]) => `'${key}', extract(epoch from ${column}) * 1000`)
  return `coalesce(json_agg(json_build_object(${pairs})), '[]')`
}

const single = (kind: string) =>
  `(select ${spans({ from: 'starts_at', until: 'ends_at' })} from single_times where mentor_id = $mentor and kind = '${kind}'
    and starts_at < $until and ends_at > $from)`

const stored = prepare<Stored>(`
  select (select coalesce(json_agg(json_build_object('weekday', weekday, 'startMinute', start_minute, 'endMinute', end_minute)), '[]')
      from weekly_hours where mentor_id = $mentor) as rules,
    ${single('open')} as open, ${single('away')} as closed,
    (select ${spans({ from: 'busy_from', until: 'busy_until', starts: 'starts_at' })} from bookings as b where mentor_id = $mentor and id is distinct from $except::uuid
      and ${takesTime} and busy_from < $until and busy_until > $from) as busy`)

/** Everything that decides when a mentor is free within a span, in one statement. `except` is a booking that may move. */
export async function availabilityOf(hours: Hours, span: Span, now: Date, except?: string): Promise<Availability> {
  const [found] = await stored({
    mentor: hours.mentorId,
    from: new Date(span.from - DAY).toISOString(),
    until: new Date(span.until + DAY).toISOString(),
    now: now.toISOString(),
    except: except ?? null,
  })
  return { ...hours, ...found! }
}

/** The instants at which a session of so many minutes can begin: after the notice, before the horizon, within a span. */
export async function freeTimesOf(hours: Hours, minutes: number, now: Date, span?: Span, except?: string) {
  const offered = offeredSpan(hours, now)
  const asked = {
    from: Math.max(span?.from ?? offered.from, offered.from),
    until: Math.min(span?.until ?? offered.until, offered.until),
  }
  if (asked.from >= asked.until) return []
  const availability = await availabilityOf(hours, asked, now, except)
  return freeSlots(availability, minutes, asked).map((start) => new Date(start))
}

/** From the notice that a mentor needs to the day up to which they plan. */
export function offeredSpan({ noticeMinutes, horizonDays }: Hours, now: Date): Span {
  return { from: now.getTime() + noticeMinutes * MINUTE, until: now.getTime() + horizonDays * DAY }
}

/** Whether a time of a mentor has gone to somebody else. False says little: pauses and hours are not looked at. */
export async function isGone(mentorId: string, menteeId: string, { from, until }: Span, now: Date) {
  const bind = { mentorId, menteeId, from: new Date(from).toISOString(), until: new Date(until).toISOString() }
  const [found] = await gone({ ...bind, now: now.toISOString() })
  return found!.gone
}

const gone = prepare<{ gone: boolean }>(`
  select exists (select from bookings as b where mentor_id = $mentorId and mentee_id is distinct from $menteeId
    and starts_at < $until and ends_at > $from and ${takesTime}) as gone`)
