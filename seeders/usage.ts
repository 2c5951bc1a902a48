import { UsageDay } from '../src/models/index.ts'
import { daysBefore } from './days.ts'

const DAYS = 30

/** How many people a page has on a usual day, and how often each of them looks at it. */
const pages: [what: string, page: string, people: number, times: number][] = [
  ['page', '/', 96, 1.2],
  ['page', '/courses', 78, 2.4],
  ['page', '/courses/:slug', 64, 2.9],
  ['page', '/mentors/:slug', 31, 1.4],
  ['page', '/learn', 24, 1.8],
  ['page', '/learn/:course/:lesson', 22, 4.6],
  ['page', '/privacy', 19, 1.3],
  ['lesson started', '/learn/:course/:lesson', 17, 2.1],
  ['lesson finished', '/learn/:course/:lesson', 13, 1.6],
]

/** Which share of people comes with which browser. Whatever falls below five people went into the last line. */
const clients: [browser: string, os: string, share: number][] = [
  ['Firefox', 'Linux', 0.18],
  ['Chrome', 'Android', 0.27],
  ['Chrome', 'Windows', 0.21],
  ['Safari', 'iOS', 0.19],
]
const FEWEST_PEOPLE = 5

/** The sums of a month: more on weekdays, slowly growing. What they were summed up from is gone, as it is in earnest. */
export function seedUsage(now: Date) {
  const days = Array.from({ length: DAYS }, (_, n) => daysBefore(now, DAYS - n))
  return UsageDay.bulkCreate(days.flatMap(sumsOf))
}

function sumsOf(date: Date, n: number) {
  const weekend = [0, 6].includes(date.getUTCDay())
  const mood = (weekend ? 0.7 : 1) * (0.85 + n / 100 + ((n * 7) % 5) / 40)

  return pages.flatMap(([what, page, usual, each]) => {
    const people = Math.round(usual * mood)
    const apart = clients
      .map(([browser, os, share]) => ({ browser, os, people: Math.round(people * share) }))
      .filter((cell) => cell.people >= FEWEST_PEOPLE)
    const rest = people - apart.reduce((sum, cell) => sum + cell.people, 0)
    const together = rest >= FEWEST_PEOPLE ? [{ browser: 'other', os: 'other', people: rest }] : []
    return [...apart, ...together].map((cell) => ({
      ...{ day: date.toISOString().slice(0, 10), what, page, ...cell, times: Math.round(cell.people * each) },
    }))
  })
}
