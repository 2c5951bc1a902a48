const DAY = 24 * 60 * 60 * 1000

/** After so many an account goes whose address nobody has confirmed. */
export const DAYS_TO_CONFIRM = 7

/** Until when a person has to have an answer to a request about their rights: 30 days or a calendar month, the earlier (P20). */
export function legalDueDate(from: Date): Date {
  const thirtyDays = daysAfter(from, 30)
  const month = monthAfter(from)
  return month < thirtyDays ? month : thirtyDays
}

/** When an account goes for good whose person asks for it now: after 14 days in which they may think again (P24, P28). */
export function endOfGrace(from: Date): Date {
  return daysAfter(from, 14)
}

export function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY)
}

/** The same day and time a month later; where that month has no such day, its last one. */
function monthAfter(from: Date) {
  const next = new Date(from)
  next.setUTCMonth(from.getUTCMonth() + 1)
  if (next.getUTCDate() !== from.getUTCDate()) next.setUTCDate(0)
  return next
}
