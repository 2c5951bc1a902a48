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
  const missing = new NotFound(model.name.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase())

  try {
    return await model.findOne({ ...options, where, rejectOnEmpty: missing })
  } catch (error) {
    throw isImpossibleValue(error) ? missing : error
  }
}

/** PostgreSQL's words for "no uuid" and "no text", a NUL for one. */
export function isImpossibleValue(error: unknown) {
  const code = error instanceof DatabaseError && (error.original as { code?: string }).code
  return code === '22P02' || code === '22021'
}
