import { CannotStart } from '../errors.ts'
import { reportError } from '../lib/report-error.ts'

/** One sentence for the person at the terminal. What is a bug goes to the log, which says where and not for whom. */
export function explain(error: unknown) {
  if (error instanceof CannotStart) return console.error(error.message)

  reportError(error)
  console.error('Something in Trellis went wrong that nobody foresaw. The log says where.')
}
