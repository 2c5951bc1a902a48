import type { PromiseState } from '../../../../models/promise-check.ts'
import type { OwnSite } from './own-site.ts'
import type { Trial } from './trial-export.ts'

export type Finding = { state: PromiseState; figure: string }

/** What a check may look at besides the database: our site from outside, and an export that was packed to try it. */
export type Evidence = { now: Date; site: OwnSite; trial: () => Promise<Trial | undefined> }

/** Looks whether a promise holds now. Its figure is what it counted, in words for the page, never about one person. */
export type Check = (evidence: Evidence) => Promise<Finding>

export const kept = (figure: string): Finding => ({ state: 'kept', figure })

/** It holds, and something about it is still open. */
export const watched = (figure: string): Finding => ({ state: 'watched', figure })

export const broken = (figure: string): Finding => ({ state: 'broken', figure })

/** "1 account", "2 accounts". */
export function count(number: number, one: string, many = `${one}s`) {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
