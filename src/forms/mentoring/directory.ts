import { validate } from 'uuid'
import { z } from 'zod'
import { type PriceBand, prices } from '../../services/catalog/in-words.ts'
import { languageTags, type MentorSort, mentorSorts, spans } from '../../services/mentoring/in-words.ts'
import { words } from '../catalog/filters.ts'

const oneOf = <Name extends string>(names: readonly Name[]) => z.enum(names).optional().catch(undefined)

const filters = z.object({
  skill: words,
  lang: oneOf(languageTags),
  price: oneOf(Object.keys(prices) as PriceBand[]),
  when: oneOf(Object.keys(spans) as (keyof typeof spans)[]),
  sort: oneOf(Object.keys(mentorSorts) as MentorSort[]),
  page: z.string().refine(validate).optional().catch(undefined),
})

export type MentorFilters = z.output<typeof filters>

/** The filters in an address. Whatever means nothing is left out, so that an old or mistyped link still shows mentors. */
export function readMentorFilters(query: object): MentorFilters {
  return filters.parse(query)
}
