const DAY = 24 * 60 * 60 * 1000

/** The instant so many days ago; half a day is 0.5. */
export function daysBefore(now: Date, days: number) {
  return new Date(now.getTime() - days * DAY)
}
