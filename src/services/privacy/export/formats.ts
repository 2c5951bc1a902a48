import { stringify } from 'csv-stringify/sync'
import { config } from '../../../config.ts'
import { timeInWords } from '../../../lib/times.ts'
import type { Row } from './snapshot.ts'

type Batches = AsyncIterable<Row[]>

/** How the rows of a section become a file, a batch at a time. */
export const formats = {
  /** One row a line, so that a large file can be read without holding all of it. */
  async *json(batches: Batches) {
    let before = '[\n'
    for await (const rows of batches) {
      yield before + rows.map((row) => JSON.stringify(row)).join(',\n')
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  },

  /** Every field quoted, and none that a spreadsheet could take for a formula. */
  async *csv(batches: Batches) {
    const options = {
      record_delimiter: 'windows',
      quoted: true,
      escape_formulas: true,
      cast: { date: written },
    } as const
    let header = true
    for await (const rows of batches) {
      yield stringify(rows, { ...options, header })
      header = false
    }
  },

  /** A conversation as it was: who, when, what. */
  async *txt(batches: Batches) {
    for await (const rows of batches) yield rows.map(entry).join('\n')
  },
}

export type Format = keyof typeof formats

/** The words are whatever a row says apart from who, when, and to what it belongs. */
function entry({ you, side, createdAt, id, partOf, ...said }: Row) {
  const who = side === undefined || side === you ? 'You' : `${config.siteName} support`
  const words = Object.entries(said).filter(([name]) => !name.endsWith('Id'))
  return `${who}, ${timeInWords(createdAt as Date).replace(',', '')} UTC\n${words.map(([, text]) => text).join('\n')}\n`
}

function written(time: Date) {
  return time.toISOString()
}
