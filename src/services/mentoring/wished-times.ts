import { wallAt } from '../../lib/zones.ts'
import type { PartOfDay } from '../../models/time-wish.ts'

/** A day of the week and a part of the day, each null for any, by the clock of who waits. */
export type Wished = { weekday: number | null; part: PartOfDay | null }

/** From which hour to which. */
const partHours: Record<PartOfDay, [number, number]> = { morning: [6, 12], afternoon: [12, 17], evening: [17, 23] }

/** Those of the times, at most so many, that somebody who lives in a zone waits for. */
export function fitting(times: Date[], wishes: Wished[], zone: string, most = 3) {
  const found: Date[] = []
  for (const time of times) {
    if (wishes.some((wish) => fits(wallAt(zone, time), wish))) found.push(time)
    if (found.length === most) break
  }
  return found
}

function fits(wall: string, { weekday, part }: Wished) {
  const hour = Number(wall.slice(11, 13))
  const [from, until] = part ? partHours[part] : [0, 24]
  return from <= hour && hour < until && (weekday === null || weekday === weekdayOf(wall.slice(0, 10)))
}

/** ISO: Sunday is 7. */
function weekdayOf(date: string) {
  return new Date(date).getUTCDay() || 7
}
