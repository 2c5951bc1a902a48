import { stringify } from 'csv-stringify/sync'

/** How a formula begins in one spreadsheet or another, also in letters of full width. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
const number = /^-\d+(\.\d+)?$/

/** Bytes as digits: as text they would be none. */
const cast = {
  object: (value: object) => (Buffer.isBuffer(value) ? value.toString('hex') : JSON.stringify(value)),
  string: (value: string) => (formula.test(value) && !number.test(value) ? `'${value}` : value),
}

const options = { record_delimiter: 'windows', quoted: true, cast } as const

/**
 * Rows as CSV, a batch at a time: every field quoted, and none that a spreadsheet could take for a formula. With columns
 * given their names stand on top even where no row follows.
 */
export async function* csvOf(batches: AsyncIterable<object[]> | Iterable<object[]>, columns?: string[]) {
  let header = true
  for await (const rows of batches) {
    if (rows.length === 0) continue
    yield stringify(rows, { ...options, header, ...(columns && { columns }) })
    header = false
  }
  if (header && columns) yield stringify([columns], options)
}
