import { type Stretch, stretchesOf } from '../../lib/zones.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Milliseconds since 1970, the end not included. */
export type Span = { from: number; until: number }

/** A booked time with its buffers, and when its session itself begins. */
export type Busy = Span & { starts: number }

/** A weekly hour as a clock on the wall shows it: ISO weekday, minutes since midnight. */
export type Rule = { weekday: number; startMinute: number; endMinute: number }

export type Availability = {
  zone: string
  rules: Rule[]
  /** Single times that are open or closed whatever the week says. */
  open: Span[]
  closed: Span[]
  busy: Busy[]
  bufferBefore: number
  bufferAfter: number
  /** A day of the mentor takes no more bookings than this. */
  maxPerDay: number | null
}

/**
 * The times at which a session of so many minutes can begin, as instants, within a span.
 *
 * Weekly hours are local: an hour that the clocks skip offers nothing, one that they repeat is offered once for each
 * real instant. A slot begins on a full half hour of the mentor's clock, or quarter when it is shorter than half an hour.
 */
export function freeSlots(mentor: Availability, minutes: number, span: Span): number[] {
  const stretches = stretchesOf(mentor.zone, span.from - DAY, span.until + DAY)
  const windows = without(joined([...weekly(mentor.rules, stretches), ...mentor.open]), mentor.closed)
  const full = fullDays(mentor, stretches)
  const busy = mentor.busy.toSorted((a, b) => a.from - b.from)
  const [length, step] = [minutes * MINUTE, (minutes < 30 ? 15 : 30) * MINUTE]
  const [before, after] = [mentor.bufferBefore * MINUTE, mentor.bufferAfter * MINUTE]
  const slots: number[] = []

  for (const window of windows) {
    const first = Math.max(window.from, span.from)
    for (const { from, until, ahead } of stretches) {
      const last = Math.min(until, window.until - length + 1, span.until)
      for (let start = ceiling(Math.max(first, from), step, ahead); start < last; start += step) {
        const taken = busy.some((other) => start - before < other.until && other.from < start + length + after)
        if (!taken && !full.has(dayOf(start, ahead))) slots.push(start)
      }
    }
  }
  return slots
}

/** Each weekly hour on each day, cut to the stretch in which its clock is true. */
function weekly(rules: Rule[], stretches: Stretch[]): Span[] {
  return stretches.flatMap(({ from, until, ahead }) => {
    const spans: Span[] = []
    for (let day = dayOf(from, ahead); day <= dayOf(until, ahead); day++) {
      const midnight = day * DAY - ahead
      for (const { weekday, startMinute, endMinute } of rules) {
        if (weekday !== weekdayOf(day)) continue
        const start = Math.max(midnight + startMinute * MINUTE, from)
        const end = Math.min(midnight + endMinute * MINUTE, until)
        if (start < end) spans.push({ from: start, until: end })
      }
    }
    return spans
  })
}

/** Spans in order, those that touch or overlap as one. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else result.push({ ...span })
  }
  return result
}

function without(spans: Span[], holes: Span[]): Span[] {
  return holes.reduce(
    (left, hole) =>
      left.flatMap(({ from, until }) =>
        [
          { from, until: Math.min(until, hole.from) },
          { from: Math.max(from, hole.until), until },
        ].filter((part) => part.from < part.until),
      ),
    spans,
  )
}

function fullDays({ busy, maxPerDay }: Availability, stretches: Stretch[]) {
  if (maxPerDay === null) return new Set<number>()
  const counts = new Map<number, number>()
  for (const { starts } of busy) {
    const ahead = stretches.find((stretch) => starts < stretch.until)?.ahead ?? 0
    counts.set(dayOf(starts, ahead), (counts.get(dayOf(starts, ahead)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= maxPerDay).map(([day]) => day))
}

/** The days since 1970 on a local calendar. */
function dayOf(instant: number, ahead: number) {
  return Math.floor((instant + ahead) / DAY)
}

/** ISO: Monday is 1. The first day of 1970 was a Thursday. */
function weekdayOf(day: number) {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The next instant at which the local clock shows a full step. */
function ceiling(instant: number, step: number, ahead: number) {
  return Math.ceil((instant + ahead) / step) * step - ahead
}
