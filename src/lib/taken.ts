import { DatabaseError, UniqueConstraintError } from 'sequelize'

/** Whether the database refused a row because of this constraint: somebody else was first, or was there at that time, or it is full. */
export function isTaken(error: unknown, constraint: string) {
  const refused = error instanceof UniqueConstraintError || error instanceof DatabaseError
  return refused && (error.parent as { constraint?: string }).constraint === constraint
}
