import { timeInWords } from '../../lib/times.ts'
import { aheadAt, wallAt } from '../../lib/zones.ts'

const DAY = 24 * 60 * 60 * 1000
const DAYS = 7

/**
 * Free times as a week of days on the reader's own calendar. It begins on the day asked for or, if there is none, on that
 * of the first time; before and behind it there is a way only where something is free.
 */
export function weekOf(times: Date[], zone: string, asked: unknown, now: Date) {
  const byNumber = Map.groupBy(times, (time) => Math.floor((time.getTime() + aheadAt(zone, time.getTime())) / DAY))
  const byDay = new Map([...byNumber].map(([number, times]) => [dateOf(number * DAY), times]))
  const known = [...byDay.keys()]
  const begins = isDay(asked) ? asked : (known[0] ?? dayIn(zone, now))
  const dates = Array.from({ length: DAYS }, (_, n) => after(begins, n))
  const next = after(begins, DAYS)

  return {
    zone,
    clockAt: (time: Date) => timeInWords(time, zone, 'clock'),
    begins,
    days: dates.map((date) => ({ ...namesOf(date), times: byDay.get(date) ?? [] })),
    isEmpty: !dates.some((date) => byDay.has(date)),
    earlier: known.some((day) => day < begins) ? latest(after(begins, -DAYS), known[0]!) : undefined,
    later: known.some((day) => day >= next) ? next : undefined,
  }
}

/** "2026-12-07" for an instant, on the calendar of a zone. */
export function dayIn(zone: string, instant: Date) {
  return wallAt(zone, instant).slice(0, 10)
}

/** Where somebody of a zone finds a time of a mentor chosen. */
export function pathToTime(slug: string, time: Date, zone: string) {
  return `/mentors/${slug}/times?week=${dayIn(zone, time)}&start=${time.toISOString()}`
}

function isDay(asked: unknown): asked is string {
  return typeof asked === 'string' && /^20\d\d-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked))
}

function after(day: string, days: number) {
  return dateOf(Date.parse(day) + days * DAY)
}

function dateOf(utc: number) {
  return new Date(utc).toISOString().slice(0, 10)
}

function latest(one: string, other: string) {
  return one > other ? one : other
}

function namesOf(date: string) {
  const [weekday, ...rest] = timeInWords(new Date(date), 'UTC', 'weekday').split(' ')
  return { date, weekday: weekday!, day: rest.slice(0, 2).join(' ') }
}
