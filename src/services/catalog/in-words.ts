import type { Level, Topic } from '../../models/course.ts'
import type { LessonKind } from '../../models/lesson.ts'

/** How courses are spoken of, to those who take them and to those who make them. */

export const topics: Record<Topic, string> = {
  code: 'Programming',
  craft: 'Craft',
  design: 'Design',
  languages: 'Languages',
  music: 'Music',
  money: 'Money',
}

export const levels: Record<Level, string> = {
  beginner: 'First steps',
  intermediate: 'Some practice',
  advanced: 'In the trade',
}

export const kinds: Record<LessonKind, string> = { video: 'Video', text: 'Text', file: 'Files' }

/** What a course may cost, in the money of its price. */
export const prices = { free: 'Free', 'under-25': 'Under 25', '25-to-50': '25 to 50', 'over-50': 'Over 50' }
export type PriceBand = keyof typeof prices

/** The same of a column, as PostgreSQL reads it. */
export function costs(column: string, band: PriceBand) {
  const bands: Record<PriceBand, string> = {
    free: `${column} = 0`,
    'under-25': `${column} between 1 and 2499`,
    '25-to-50': `${column} between 2500 and 5000`,
    'over-50': `${column} > 5000`,
  }
  return bands[band]
}

export const sorts = {
  relevance: 'Best match',
  newest: 'Newest',
  popular: 'Most taken',
  rating: 'Best rated',
  price: 'Lowest price',
}
export type Sort = keyof typeof sorts
