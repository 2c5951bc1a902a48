import {
  type Attributes,
  DatabaseError,
  type FindOptions,
  type Model,
  type ModelStatic,
  type WhereOptions,
} from 'sequelize'
import { NotFound } from '../errors.ts'

/** Finds one row or shows a 404, also when what stands in the URL could never be an id. */
export async function find<M extends Model>(
  model: ModelStatic<M>,
  where: WhereOptions<Attributes<M>>,
  options: Omit<FindOptions<Attributes<M>>, 'where'> = {},
): Promise<M> {
  return orMissing(model.name.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase(), model.findOne({ ...options, where }))
}

/** The same for whatever else is asked. */
export async function orMissing<Found>(what: string, question: Promise<Found | null | undefined>): Promise<Found> {
  const found = await question.catch((error) => {
    if (isImpossibleValue(error)) return null
    throw error
  })
  if (found) return found
  throw new NotFound(what)
}

/** PostgreSQL's words for "no uuid" and "no text", a NUL for one. */
export function isImpossibleValue(error: unknown) {
  const { code } = (error instanceof DatabaseError ? error.original : error) as { code?: string }
  return code === '22P02' || code === '22021'
}
