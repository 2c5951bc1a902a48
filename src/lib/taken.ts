import { UniqueConstraintError } from 'sequelize'

/** Whether the database refused a row because of this constraint: somebody else was first. */
export function isTaken(error: unknown, constraint: string) {
  return error instanceof UniqueConstraintError && (error.parent as { constraint?: string }).constraint === constraint
}
