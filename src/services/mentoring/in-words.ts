import { languages } from '../../lib/places.ts'
import type { PartOfDay } from '../../models/time-wish.ts'

/** How a mentor's times are spoken of. */

/** By their ISO number, Monday first. */
export const weekdays = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as Record<number, string>

export const parts: Record<PartOfDay, string> = {
  morning: 'Morning, 6 to 12',
  afternoon: 'Afternoon, 12 to 17',
  evening: 'Evening, 17 to 23',
}

/** "a Tuesday evening", "a Tuesday", "an evening", "any time". */
export function wishInWords({ weekday, part }: { weekday: number | null; part: PartOfDay | null }) {
  const words = [weekday && weekdays[weekday], part].filter(Boolean).join(' ')
  return words ? `${/^[ae]/.test(words) ? 'an' : 'a'} ${words}` : 'any time'
}

export const listings = {
  listed: 'Listed: you can be found and booked',
  paused: 'Paused: you are not in the list, and nobody books',
  closed: 'Closed: you take no sessions any more',
}

/** "09:30" for 570; midnight at the end of a day is the one that the next begins with. */
export function clock(minute: number) {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const names = new Intl.DisplayNames('en', { type: 'language' })
export const languageTags = languages.map(({ value }) => value)
const byTag = new Map(languageTags.map((tag) => [tag, names.of(tag)!]))

/** "Czech, English" for cs and en; what is none of ours is left out. */
export function languagesInWords(tags: string[]) {
  return tags.flatMap((tag) => byTag.get(tag) ?? []).join(', ')
}

/** When a mentor has to be free. */
export const spans = { week: 'Free this week' }

export const mentorSorts = { soonest: 'Free soonest', fit: 'Most of these skills' }
export type MentorSort = keyof typeof mentorSorts
