const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** A stretch of time in which the clocks of a zone are the same number of milliseconds ahead of UTC. */
export type Stretch = { from: number; until: number; ahead: number }

const formats = new Map<string, Intl.DateTimeFormat>()
const steady = new Map<string, number>()
const MOST_DAYS = 20_000

/** The stretches between two instants, in milliseconds: one, or one more for each change of the clocks. */
export function stretchesOf(zone: string, from: number, until: number): Stretch[] {
  const stretches: Stretch[] = [{ from, until, ahead: aheadAt(zone, from) }]
  for (let known = from; known < until; known += DAY) {
    const next = Math.min(known + DAY, until)
    const last = stretches.at(-1)!
    const ahead = aheadAt(zone, next)
    if (ahead === last.ahead) continue
    const change = changeBetween(zone, known, next)
    last.until = change
    stretches.push({ from: change, until, ahead })
  }
  return stretches
}

/**
 * How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. Intl takes longer to say it than a page of
 * times may, so it is asked once for each day at whose two ends the clocks are the same.
 */
export function aheadAt(zone: string, instant: number) {
  const day = Math.floor(instant / DAY)
  const ahead = steadyOn(zone, day)
  return Number.isNaN(ahead) ? askedAt(zone, instant) : ahead
}

/** Not a number on a day on which the clocks change. */
function steadyOn(zone: string, day: number) {
  const key = `${zone} ${day}`
  const known = steady.get(key)
  if (known !== undefined) return known

  const ahead = askedAt(zone, day * DAY)
  if (steady.size >= MOST_DAYS) steady.clear()
  steady.set(key, ahead === askedAt(zone, (day + 1) * DAY) ? ahead : Number.NaN)
  return steady.get(key)!
}

function askedAt(zone: string, instant: number) {
  const name = formatOf(zone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')!.value // GMT, GMT+05:30, GMT-03:00
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? []
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -ahead : ahead
}

/** The instant at which a clock on the wall there shows "2026-12-24T09:00"; where the clocks skip that, one beside it. */
export function instantAt(zone: string, wall: string) {
  const asUtc = Date.parse(`${wall}Z`)
  return new Date(asUtc - aheadAt(zone, asUtc - aheadAt(zone, asUtc)))
}

/** What a clock on the wall there shows at an instant: "2026-12-24T09:00". */
export function wallAt(zone: string, instant: Date) {
  return new Date(instant.getTime() + aheadAt(zone, instant.getTime())).toISOString().slice(0, 16)
}

/** Clocks change on a full minute: halves the time between until it knows which. */
function changeBetween(zone: string, before: number, after: number) {
  let [low, high] = [before, after]
  const old = aheadAt(zone, low)
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000
    if (aheadAt(zone, middle) === old) low = middle
    else high = middle
  }
  return Math.ceil(high / 60_000) * 60_000
}

// Making a formatter costs a hundred times what using one does.
function formatOf(zone: string) {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  return format
}
