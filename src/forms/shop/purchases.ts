import { validate } from 'uuid'
import { z } from 'zod'
import { day } from '../../lib/form.ts'
import { type Kind, kinds, type Standing, standings } from '../../services/shop/purchases/in-words.ts'

const oneOf = <Name extends string>(names: readonly Name[]) => z.enum(names).optional().catch(undefined)

const filters = z.object({
  type: oneOf(Object.keys(kinds) as Kind[]),
  from: day().optional().catch(undefined),
  status: oneOf(Object.keys(standings) as Standing[]),
  page: z.string().refine(validate).optional().catch(undefined),
})

export type Filters = z.output<typeof filters>

/** The filters in an address. Whatever means nothing is left out, so that an old or mistyped link still shows purchases. */
export function readFilters(query: object): Filters {
  return filters.parse(query)
}
