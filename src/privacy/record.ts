import { columnsInWords, outcomeInWords, retentionWithReason, titleOf, viewersOfTable } from './in-words.ts'
import { type Processor, processors } from './processors.ts'
import { isAboutPeople, type PeopleTable, personalColumns, subjects, type Table } from './table.ts'
import { type Section, sections } from './vocabulary.ts'

/** A table about people as one entry of the record of processing (Article 30). */
export function entryOf(table: PeopleTable) {
  return {
    table: table.name,
    title: table.title,
    about: subjects(table).map(({ role }) => role),
    section: table.section,
    purpose: table.purpose,
    lawfulBasis: table.lawfulBasis,
    categories: [...new Set(personalColumns(table).map(({ category }) => category))],
    seenBy: viewersOfTable(table),
    kept: retentionWithReason(table),
    whenYouLeave: outcomeInWords(table),
    exportedAs: table.exportedAs,
    columns: columnsInWords(table),
  }
}

/** Any table in words; where it is about nobody there is less to say. */
export function tableInWords(table: Table) {
  if (isAboutPeople(table)) return entryOf(table)

  const { name, purpose } = table
  const kept = retentionWithReason(table)
  return { table: name, title: titleOf(table), about: [], purpose, kept, columns: columnsInWords(table) }
}

export type TableInWords = ReturnType<typeof tableInWords>

/** What belongs to each chapter; chapters without anything are left out. */
export function bySection<T extends { section: Section }>(items: T[]) {
  return Object.entries(sections)
    .map(([section, title]) => ({ section, title, items: items.filter((item) => item.section === section) }))
    .filter(({ items }) => items.length > 0)
}

/** The companies that a column is declared for, and no others. */
export function recipients(tables: Table[]) {
  const viewers = new Set<string>(tables.flatMap(personalColumns).flatMap(({ seenBy = [] }) => seenBy))
  return (Object.keys(processors) as Processor[]).filter((name) => viewers.has(name)).map((name) => processors[name])
}
