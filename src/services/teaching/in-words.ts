import { type Course, levels, topics } from '../../models/course.ts'
import * as catalog from '../catalog/in-words.ts'

/** How courses are spoken of to those who make them. */

/** For a form to choose from. */
export const choices = {
  topics: topics.map((value) => ({ value, label: catalog.topics[value] })),
  levels: levels.map((value) => ({ value, label: catalog.levels[value] })),
}

/** Below so many, a number could tell of somebody (P09). */
export const FEWEST = 5

/** How many people did something, without telling of the few. */
export function people(count: number) {
  return count < FEWEST ? `fewer than ${FEWEST}` : String(count)
}

/** The price as it is typed: a draft that has none yet says nothing. */
export function typedPrice({ status, priceMinor }: Course) {
  return status === 'draft' && priceMinor === 0 ? '' : (priceMinor / 100).toFixed(2)
}
