import type { Processor } from './processors.ts'

/** The words in which a table says what it knows about people. Every list is closed on purpose. */

export type Category =
  | 'identity' // says who someone is: searched for after an erasure, and taken out of free text
  | 'contact' // the same, for how to reach them
  | 'credential'
  | 'account'
  | 'preference'
  | 'activity'
  | 'opinion'
  | 'correspondence'
  | 'technical'

/** What a person can be to a row. */
export type Role =
  | 'member'
  | 'requester'
  | 'uploader'
  | 'subject'
  | 'author'
  | 'learner'
  | 'writer'
  | 'reporter'
  | 'mentor'
  | 'mentee'
  | 'buyer'
  | 'seller'
  | 'staff'

/** Who else gets to see a column: one of our audiences, the other person in the row, or a company. */
export type Viewer = 'everyone' | 'staff' | Role | Processor

export type LawfulBasis = 'contract' | 'consent' | 'legal obligation' | 'legitimate interest'

/** Where a person finds it: the chapters of "what we hold about you", of the export and of the data map. */
export const sections = {
  account: 'Who you are',
  activity: 'What you did here',
  learning: 'What you learn',
  teaching: 'What you teach',
  mentoring: 'What you offer as a mentor',
  sessions: 'Your sessions',
  purchases: 'What you bought',
  earnings: 'What you earned',
  words: 'What you said in public',
  support: 'What you asked us',
  technical: 'What your browser told us',
  privacy: 'Your rights, and who looked',
} as const
export type Section = keyof typeof sections

export type Period = `${number} ${'hour' | 'hours' | 'day' | 'days' | 'months' | 'year' | 'years'}`

const hours = { hour: 1, day: 24, month: 730, year: 8766 }

/** How long a period is, to tell a short one from a long one: months and years are taken at their mean. */
export function hoursOf(period: Period) {
  const [number, unit] = period.split(' ') as [string, string]
  return Number(number) * hours[unit.replace(/s$/, '') as keyof typeof hours]
}

/** What becomes of a column once its person is erased and its row stays. */
export type Fate =
  | { is: 'cleared' }
  | { is: 'replaced'; by: string }
  | { is: 'scrubbed' }
  | { is: 'kept'; because: string }

export const cleared = { is: 'cleared' } as const

export const replacedBy = (by: string) => ({ is: 'replaced', by }) as const

/** The words stay, the names in them go, whoever wrote them. So even a row that is deleted may say it. */
export const scrubbed = { is: 'scrubbed' } as const

export const kept = (because: string) => ({ is: 'kept', because }) as const

/** Stands where something about a person has been. */
export const REMOVED = '[removed]'

/**
 * How long a row lives: a period from one of its own dates, or as long as every row that these columns point to. Where
 * many go every night `inCrowds` says so, and the fuse does not count them.
 */
export type Retention<Name> =
  | { keep: Period; from: Name; because: string; inCrowds?: true }
  | { asLongAs: Name | Name[]; because?: string }
