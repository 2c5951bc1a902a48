import { expect } from 'chai'
import fc from 'fast-check'
import { aheadAt, stretchesOf } from '../../../src/lib/zones.ts'
import { type Availability, freeSlots, type Rule } from '../../../src/services/mentoring/slots.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const zones = ['Europe/Prague', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns', 'UTC']

const quiet = { rules: [], open: [], closed: [], busy: [], bufferBefore: 0, bufferAfter: 0, maxPerDay: null }
const everyDay = (startMinute: number, endMinute: number) =>
  Array.from({ length: 7 }, (_, n): Rule => ({ weekday: n + 1, startMinute, endMinute }))

function slots(mentor: Partial<Availability> & { zone: string }, minutes: number, day: string, days = 1) {
  const from = Date.parse(day)
  const found = freeSlots({ ...quiet, ...mentor }, minutes, { from, until: from + days * DAY })
  return found.map((start) => new Date(start).toISOString().slice(0, 16))
}

describe('freeSlots', () => {
  it('turns hours on a wall into instants, in zones with half hours too', () => {
    const rules = everyDay(9 * 60, 10 * 60)

    expect(slots({ zone: 'Europe/Prague', rules }, 60, '2026-11-25T00:00Z')).to.deep.equal(['2026-11-25T08:00'])
    expect(slots({ zone: 'Asia/Kolkata', rules }, 30, '2026-11-25T00:00Z')).to.deep.equal([
      '2026-11-25T03:30',
      '2026-11-25T04:00',
    ])
  })

  it('offers nothing in an hour that the clocks skip, and goes on behind it', () => {
    const prague = { zone: 'Europe/Prague', rules: everyDay(2 * 60, 3 * 60) }
    expect(slots(prague, 30, '2026-03-29T00:00Z', 0.5)).to.deep.equal([])

    const longer = { zone: 'Europe/Prague', rules: everyDay(60, 4 * 60) }
    expect(slots(longer, 60, '2026-03-29T00:00Z', 0.5)).to.deep.equal([
      '2026-03-29T00:00',
      '2026-03-29T00:30',
      '2026-03-29T01:00',
    ])
  })

  it('offers an hour that the clocks repeat once for each real instant', () => {
    const newYork = { zone: 'America/New_York', rules: everyDay(60, 2 * 60) }

    expect(slots(newYork, 60, '2026-11-01T04:00Z')).to.deep.equal([
      '2026-11-01T05:00',
      '2026-11-01T05:30',
      '2026-11-01T06:00',
    ])
  })

  it('keeps the mentor’s hours when the half hour of Lord Howe comes and goes', () => {
    const rules = everyDay(9 * 60, 9 * 60 + 30)
    const zone = 'Australia/Lord_Howe'

    expect(slots({ zone, rules }, 30, '2026-10-02T12:00Z')).to.deep.equal(['2026-10-02T22:30'])
    expect(slots({ zone, rules }, 30, '2026-10-03T12:00Z')).to.deep.equal(['2026-10-03T22:00'])
  })

  it('leaves room for what is booked and for the pause around it', () => {
    const busy = [{ from: Date.parse('2026-11-25T10:00Z'), until: Date.parse('2026-11-25T10:40Z'), starts: 0 }]
    const rules = everyDay(9 * 60, 12 * 60)

    expect(slots({ zone: 'UTC', rules, busy }, 30, '2026-11-25T00:00Z')).to.deep.equal(
      ['09:00', '09:30', '11:00', '11:30'].map((clock) => `2026-11-25T${clock}`),
    )
    expect(
      slots({ zone: 'UTC', rules, busy, bufferAfter: 15, bufferBefore: 30 }, 30, '2026-11-25T00:00Z'),
    ).to.deep.equal(['09:00', '11:30'].map((clock) => `2026-11-25T${clock}`))
  })

  it('follows single days over the week, and stops when a day is full', () => {
    const span = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) })
    const rules = everyDay(9 * 60, 10 * 60)
    const closed = [span('2026-11-25T00:00Z', '2026-11-26T00:00Z')]
    const open = [span('2026-11-26T18:00Z', '2026-11-26T19:00Z')]

    expect(slots({ zone: 'UTC', rules, closed, open }, 60, '2026-11-25T00:00Z', 2)).to.deep.equal([
      '2026-11-26T09:00',
      '2026-11-26T18:00',
    ])
    const busy = [{ ...span('2026-11-26T18:00Z', '2026-11-26T19:00Z'), starts: Date.parse('2026-11-26T18:00Z') }]
    expect(slots({ zone: 'UTC', rules, closed, open, busy, maxPerDay: 1 }, 60, '2026-11-25T00:00Z', 2)).to.deep.equal(
      [],
    )
  })

  it('counts a session on the day on which it begins, also where the pause before it is of the day before', () => {
    const [from, starts] = [Date.parse('2026-11-25T23:50Z'), Date.parse('2026-11-26T00:05Z')]
    const busy = [{ from, starts, until: starts + HOUR }]
    const rules = everyDay(9 * 60, 10 * 60)

    expect(slots({ zone: 'UTC', rules, busy, maxPerDay: 1 }, 60, '2026-11-25T00:00Z', 2)).to.deep.equal([
      '2026-11-25T09:00',
    ])
  })

  it('never offers a slot outside the hours, on something booked, or twice', () => {
    const rule = fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 15, max: 600 }))
      .map(([weekday, startMinute, long]) => ({ weekday, startMinute, endMinute: Math.min(startMinute + long, 1440) }))
    const from = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-01') }).map((n) => n - (n % HOUR))

    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.array(rule, { maxLength: 6 }), from, (zone, rules, start) => {
        const busy = [{ from: start + 30 * HOUR, until: start + 50 * HOUR, starts: start + 30 * HOUR }]
        const found = freeSlots({ ...quiet, zone, rules, busy }, 30, { from: start, until: start + 9 * DAY })

        expect(new Set(found).size).to.equal(found.length)
        for (const slot of found) {
          expect(slot + 30 * 60_000 <= busy[0]!.from || slot >= busy[0]!.until).to.equal(true)
          expect(rules.some((rule) => isWithin(slot, rule, zone))).to.equal(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('stretchesOf', () => {
  it('finds the minute in which the clocks change', () => {
    const year = stretchesOf('Europe/Prague', Date.parse('2026-01-01'), Date.parse('2027-01-01'))
    expect(year.map(({ until }) => new Date(until).toISOString())).to.deep.equal([
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ])
  })
})

function isWithin(instant: number, { weekday, startMinute, endMinute }: Rule, zone: string) {
  const local = new Date(instant + aheadAt(zone, instant))
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return (local.getUTCDay() || 7) === weekday && minute >= startMinute && minute < endMinute
}
