import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import { isHeld, isTheirs } from '../whose.ts'

const KEY = 'storageKey'

/** The keys of all objects in file storage that go with a person: what they uploaded, and what we packed for them. */
export async function objectsOf(person: { id: string }) {
  const tables = tablesAboutPeople.filter(({ columns }) => KEY in columns)
  const sources = tables.map((table) => {
    const key = columnIn(table, KEY)
    return `select ${key} as key from ${quoted(table.name)} as t where ${isTheirs(table)} and not ${isHeld(table)}`
  })
  const { rows } = await sql<{ key: string | null }>(sources.join(' union all '), { person: person.id })
  return rows.flatMap(({ key }) => key ?? [])
}
