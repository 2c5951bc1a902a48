import { reportError } from './report-error.ts'

/**
 * Works on one after the other; one that fails is reported, and keeps none waiting. Counts those of which the work did not
 * say no.
 */
export async function eachOf<Row extends { id: string }>(rows: Row[], work: (row: Row) => Promise<unknown>) {
  let done = 0
  for (const row of rows) {
    try {
      if ((await work(row)) !== false) done++
    } catch (error) {
      reportError(error, { row: row.id })
    }
  }
  return done
}
