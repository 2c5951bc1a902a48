import type { Column, Person, Personal, Plain } from '../../../privacy/columns.ts'
import { labelOf } from '../../../privacy/in-words.ts'
import { type PeopleTable, type PersonInTable, personalColumns, subjects } from '../../../privacy/table.ts'

/**
 * What somebody may take of a row in which they play a role: what is theirs, what the other person shares with them,
 * and what says nothing about anyone; never what is withheld, nor where we keep the object of a file.
 */
export function visibleTo({ role }: PersonInTable, table: PeopleTable): string[] {
  const readable = personalColumns(table).filter(
    (own) => !own.withheld && (own.of === role || own.seenBy?.includes(role)),
  )
  const columns = Object.entries(table.columns as Record<string, Column<Plain | Person | Personal>>)
  const plain = columns.filter(
    ([name, { privacy }]) => privacy.is === 'plain' && (privacy.only ?? role) === role && name !== table.objects?.key,
  )
  const names = new Set([...plain.map(([name]) => name), ...readable.map(({ column }) => column)])
  return columns.map(([name]) => name).filter((name) => names.has(name))
}

/** All that stands in a file of a table, whichever of its people somebody is. */
export function columnsOf(table: PeopleTable) {
  return ['you', ...new Set(subjects(table).flatMap((subject) => visibleTo(subject, table)))]
}

/** The same as it is written: a conversation is for people, who have no use for the numbers of its rows. */
export function writtenOf(subject: PersonInTable, table: PeopleTable) {
  const names = visibleTo(subject, table)
  return table.exportedAs.endsWith('.txt') ? names.filter((name) => !/^id$|Id$/.test(name)) : names
}

/** What is held, and not handed out, with the reasons. */
export function withheldFrom(table: PeopleTable) {
  return personalColumns(table).flatMap((own) =>
    own.withheld ? [{ table: table.title, column: labelOf(own), because: own.withheld }] : [],
  )
}
