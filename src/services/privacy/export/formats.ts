import { config } from '../../../config.ts'
import { csvOf } from '../../../lib/csv.ts'
import type { Row } from './snapshot.ts'

type Batches = AsyncIterable<Row[]>

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
)

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

  csv: (batches: Batches, columns?: string[]) => csvOf(batches, columns),

  /** A conversation as it was: who, when, what. */
  async *txt(batches: Batches) {
    let between = ''
    for await (const rows of batches) {
      const words = wordsOf(rows[0]!)
      let text = ''
      for (const row of rows) {
        text += between + heading(row)
        for (const name of words) text += `${row[name]}\n`
        between = '\n'
      }
      yield text
    }
  },
}

export type Format = keyof typeof formats

/** What a row says, apart from who, when, and to what it belongs. */
function wordsOf(row: Row) {
  const aside = ['you', 'side', 'createdAt']
  return Object.keys(row).filter((name) => !aside.includes(name))
}

function heading({ you, side, createdAt }: Row) {
  const who = side === undefined || side === you ? 'You' : `${config.siteName} support`
  return `${who}, ${minuteInWords(String(createdAt))} UTC\n`
}

/** "12 November 2026 10:04" of 2026-11-12T10:04:00Z. Intl would take longer than reading the row did. */
function minuteInWords(instant: string) {
  return `${Number(instant.slice(8, 10))} ${months[Number(instant.slice(5, 7)) - 1]} ${instant.slice(0, 4)} ${instant.slice(11, 16)}`
}
