import { config } from '../../../config.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import { entryOf, recipients } from '../../../privacy/record.ts'
import type { PackedFile } from './archive.ts'
import type { Row } from './snapshot.ts'
import { withheldFrom } from './visible.ts'

export type Contents = {
  writtenAt: Date
  files: PackedFile[]
  /** Rows by table, counted while they were written. */
  rows: Map<string, number>
  missingUploads: string[]
  /** Who was told what, as the disclosure log has it. */
  told: Row[]
}

/** What came with the copy, to check it by, and the facts that Article 15 adds to it. */
export function manifestOf({ writtenAt, files, rows, missingUploads, told }: Contents) {
  return {
    format: 'trellis-export',
    version: 1,
    schemas: 'JSON Schema 2020-12, one for each JSON file, in schemas/',
    writtenAt,
    files,
    sections: sectionsOf(rows),
    withheld: tablesAboutPeople.flatMap(withheldFrom),
    missingUploads,
    recipients: { toldAboutYou: told, mayBeTold: recipients(tablesAboutPeople) },
    rights: [
      `Correct what is wrong, have it erased or its use restricted, or object to it: ${config.baseUrl}/settings/privacy`,
      `Ask us anything about it: ${config.baseUrl}/support/new?category=privacy`,
      'Complain to the data protection authority of the country you live in, work in, or in which you think we broke the law.',
    ],
    source: 'You, what you did here, and what our staff answered. Nothing was got from anybody else.',
    automatedDecisions: 'None. No decision about you is taken by software alone, and no profile of you is made.',
  }
}

/** Each section in words: what it is, where, how many rows, why, and for how long. */
function sectionsOf(rows: Map<string, number>) {
  return tablesAboutPeople.map((table) => {
    const { title, exportedAs, purpose, lawfulBasis, categories, seenBy, kept, whenYouLeave } = entryOf(table)
    const file = exportedAs
    return {
      title,
      file,
      rows: rows.get(table.name) ?? 0,
      purpose,
      lawfulBasis,
      categories,
      seenBy,
      kept,
      whenYouLeave,
    }
  })
}
