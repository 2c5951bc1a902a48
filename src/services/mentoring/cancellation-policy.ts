import { firstName } from '../../lib/short-name.ts'

const HOUR = 60 * 60 * 1000

const HOURS_FOR_ALL = 24
const HOURS_FOR_HALF = 3

type Session = { startsAt: Date; mentee?: { name: string } | null }

/**
 * How much of the price goes back, in percent, when a session is cancelled at an instant. The one rule of it: for the
 * page before the button, letters and money. Who stays away for a reason of the mentor's, or of ours, gets all of it.
 */
export function refundPercent(session: Session, by: 'mentor' | 'mentee' | 'staff' | 'time', now: Date): 0 | 50 | 100 {
  if (by !== 'mentee') return 100
  const left = session.startsAt.getTime() - now.getTime()
  if (left >= HOURS_FOR_ALL * HOUR) return 100
  return left >= HOURS_FOR_HALF * HOUR ? 50 : 0
}

/** The same as a sentence for everybody who books. */
export const policyInWords = `All of the price back until ${HOURS_FOR_ALL} hours before, half of it until ${HOURS_FOR_HALF} hours before, then nothing, unless the mentor cancels or does not come.`

/** What cancelling means now, to whoever is about to. */
export function effectInWords(session: Session & { priceMinor: number }, by: 'mentor' | 'mentee', now: Date) {
  if (session.priceMinor === 0) return 'It costs nothing, so no money goes back.'
  const whose = by === 'mentee' ? 'You get' : `${session.mentee ? firstName(session.mentee.name) : 'Who booked'} gets`
  return { 100: `${whose} all of the price back.`, 50: `${whose} half of the price back.`, 0: 'No money goes back.' }[
    refundPercent(session, by, now)
  ]
}
