import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import { isHeld, namedAs } from '../whose.ts'
import { type Contributions, takenAlong } from './plan.ts'

/** The keys of all objects in file storage that go with a person: what they uploaded, and what we packed for them. */
export async function objectsOf(person: { id: string; contributions: Contributions }) {
  const sources = tablesAboutPeople.flatMap((table) => {
    if (!table.objects) return []
    const theirs = `${namedAs(takenAlong(table, person.contributions), table)} and not ${isHeld(table)}`
    return `select ${columnIn(table, table.objects.key)} as key from ${quoted(table.name)} as t where ${theirs}`
  })
  const { rows } = await sql<{ key: string | null }>(sources.join(' union all '), { person: person.id })
  return rows.flatMap(({ key }) => key ?? [])
}
