import type { DatabaseError } from 'sequelize'

/** Somebody can still be told from what an erasure leaves: nothing has been erased, and our staff have to see why. */
export class StillRecognisable extends Error {
  readonly tables: string[]

  constructor(tables: string[]) {
    super(`Still recognisable in ${tables.join(', ')}`)
    this.tables = tables
  }
}

/** Which table or constraint stopped an erasure: what an error of the database says quotes what somebody wrote. */
export function problemOf(error: Error) {
  const { constraint } = ((error as DatabaseError).original ?? {}) as { constraint?: string }
  return error instanceof StillRecognisable ? error.message : (constraint ?? error.name)
}
