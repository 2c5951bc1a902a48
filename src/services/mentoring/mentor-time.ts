import { isTaken } from '../../lib/taken.ts'
import { type MentorProfile, SingleTime, type User, WeeklyHour } from '../../models/index.ts'
import type { Listing } from '../../models/mentor-profile.ts'
import { inMentorsTurn } from './mentors-turn.ts'

/** Minutes since midnight on the mentor's wall. */
type Hours = { from: number; until: number }

/** As its form has it: notice in hours, horizon in days, pauses in minutes. */
export type Terms = {
  listing: Listing
  languages: string[]
  notice: number
  horizon: number
  before: number
  after: number
  most: number | null
}

/** Adds the same hours to several days, all or none: false where they overlap with what is there. */
export function addHours(mentorId: string, { days, from, until }: Hours & { days: number[] }, now: Date) {
  const rows = days.map((weekday) => ({ mentorId, weekday, startMinute: from, endMinute: until }))
  return unlessTaken('weekly_hours_overlap', () => inMentorsTurn(mentorId, now, () => WeeklyHour.bulkCreate(rows)))
}

/** False where the new hours overlap with others of that day. */
export function changeHours(hours: WeeklyHour, { from, until }: Hours, now: Date) {
  const change = () => hours.update({ startMinute: from, endMinute: until })
  return unlessTaken('weekly_hours_overlap', () => inMentorsTurn(hours.mentorId, now, change))
}

/** Opens a time, or closes it, whatever the week says: false where a time of its kind is there already. */
export function addTime(mentorId: string, time: Pick<SingleTime, 'kind' | 'startsAt' | 'endsAt'>, now: Date) {
  const add = () => SingleTime.create({ ...time, mentorId })
  return unlessTaken('single_times_overlap', () => inMentorsTurn(mentorId, now, add))
}

/** Takes hours or a single time away. What is booked stands. */
export async function removeTime(time: WeeklyHour | SingleTime, now: Date) {
  await inMentorsTurn(time.mentorId, now, () => time.destroy())
}

export async function saveTerms(
  profile: MentorProfile,
  { notice, horizon, before, after, most, ...terms }: Terms,
  now: Date,
) {
  const change = {
    ...terms,
    noticeMinutes: notice * 60,
    horizonDays: horizon,
    bufferBefore: before,
    bufferAfter: after,
    maxPerDay: most,
  }
  await inMentorsTurn(profile.mentorId, now, () => profile.update(change))
}

/** Sets where somebody is. A mentor's week goes by the clocks there from now on; what is booked keeps its time. */
export async function settle(user: User, place: Pick<User, 'timeZone' | 'language'>, now: Date) {
  await inMentorsTurn(user.id, now, () => user.update(place))
}

async function unlessTaken(constraint: string, work: () => Promise<unknown>) {
  try {
    await work()
    return true
  } catch (error) {
    if (!isTaken(error, constraint)) throw error
    return false
  }
}
