import { timeInWords } from '../../lib/times.ts'
import { type MentorProfile, SessionType, type User } from '../../models/index.ts'
import { freeTimesOf } from './availability.ts'

const DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** What the next two weeks offer for the shortest session, day by day on the mentor's own clock. Undefined without a session. */
export async function previewOf(profile: MentorProfile, mentor: User, now: Date) {
  const minutes = await SessionType.min<number | null, SessionType>('minutes', {
    where: { mentorId: mentor.id, archivedAt: null },
  })
  if (!minutes) return undefined

  const hours = { ...profile.get(), zone: mentor.timeZone }
  const span = { from: now.getTime(), until: now.getTime() + DAYS * DAY }
  const times = await freeTimesOf(hours, minutes, now, span)
  const days = Object.groupBy(times, (time) => timeInWords(time, mentor.timeZone, 'weekday'))
  return {
    minutes,
    days: Object.entries(days).map(([day, times]) => ({
      day,
      clocks: times!.map((time) => timeInWords(time, mentor.timeZone, 'clock')),
    })),
  }
}
