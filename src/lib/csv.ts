import { stringify } from 'csv-stringify/sync'

/** Bytes as digits: as text they would be none. */
const cast = { object: (value: object) => (Buffer.isBuffer(value) ? value.toString('hex') : JSON.stringify(value)) }

const options = { record_delimiter: 'windows', quoted: true, escape_formulas: true, cast } as const

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
