import { quoted, sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import { outcomeInWords, retentionInWords, viewersOfTable } from '../../../privacy/in-words.ts'
import { withheldFrom } from '../export/visible.ts'
import { isKnownTo } from '../whose.ts'
import { factsAbout } from './facts.ts'

/** What we hold about a person, table by table and in words; counted by one query, however many tables there are. */
export async function holdingsOf(user: User) {
  const counts = tablesAboutPeople.map(
    (table) =>
      `select '${table.name}' as name, count(*)::int as rows from ${quoted(table.name)} where ${isKnownTo(table)}`,
  )
  const { rows } = await sql<{ name: string; rows: number }>(counts.join(' union all '), { person: user.id })
  const counted = new Map(rows.map((row) => [row.name, row.rows]))

  return tablesAboutPeople.map((table) => ({
    name: table.name,
    title: table.title,
    section: table.section,
    rows: counted.get(table.name) ?? 0,
    purpose: table.purpose,
    seenBy: viewersOfTable(table),
    kept: retentionInWords(table),
    whenYouLeave: outcomeInWords(table),
    withheld: withheldFrom(table),
    editedAt: table.editedAt,
    facts: user instanceof table.model ? factsAbout(user) : undefined,
  }))
}
