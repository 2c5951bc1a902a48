import { validate } from 'uuid'
import { z } from 'zod'
import { levels, topics } from '../../models/course.ts'
import { type PriceBand, prices, type Sort, sorts } from '../../services/catalog/in-words.ts'

/** What is looked for, as one line; what PostgreSQL could not keep, or nobody types, is nothing. */
export const words = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((value) => !/\p{Cc}/u.test(value) && value.isWellFormed())
  .optional()
  .catch(undefined)

const oneOf = <Name extends string>(names: readonly Name[]) => z.enum(names).optional().catch(undefined)

const filters = z.object({
  q: words,
  topic: oneOf(topics),
  level: z.preprocess(
    (value) => [value ?? []].flat().filter((level) => levels.includes(level as never)),
    z.array(z.enum(levels)).max(levels.length).catch([]),
  ),
  price: oneOf(Object.keys(prices) as PriceBand[]),
  sort: oneOf(Object.keys(sorts) as Sort[]),
  page: z.string().refine(validate).optional().catch(undefined),
})

export type Filters = z.output<typeof filters>

/** The filters in an address. Whatever means nothing is left out, so that an old or mistyped link still shows courses. */
export function readFilters(query: object): Filters {
  return filters.parse(query)
}
