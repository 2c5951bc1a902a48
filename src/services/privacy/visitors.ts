import { columnOf, quoted, sql } from '../../lib/sql.ts'
import type { User } from '../../models/index.ts'
import { dataMap, tablesAboutPeople } from '../../privacy/data-map.ts'
import type { Table } from '../../privacy/table.ts'
import { keyOf } from './whose.ts'

/**
 * Gives a person what they wrote as a visitor: rows of nobody that hold their address, and the parts of those. Only
 * for an address they have proved to be theirs, or anyone could have a stranger's tickets by signing up as them.
 */
export async function adoptVisits(person: User) {
  if (!person.emailVerifiedAt) return

  for (const table of tablesAboutPeople) {
    for (const { column, owns } of table.people.filter(({ column }) => column !== table.model.primaryKeyAttribute)) {
      for (const contact of owns.filter(({ category }) => category === 'contact')) {
        const ids = await adopt(table, column, `${quoted(columnOf(table, contact.column))} = $email::citext`, person)
        if (ids.length > 0) await adoptParts(table, ids, person)
      }
    }
  }
}

async function adopt(table: Table, owner: string, condition: string, person: User, ids: string[] = []) {
  const name = quoted(columnOf(table, owner))
  const { rows } = await sql<{ id: string }>(
    `update ${quoted(table.name)} set ${name} = $person where ${name} is null and ${condition} returning ${keyOf(table)} as id`,
    { person: person.id, email: person.email, ids },
  )
  return rows.map(({ id }) => id)
}

async function adoptParts(table: Table, ids: string[], person: User) {
  for (const part of dataMap.filter(({ partOf }) => partOf?.table === table.name)) {
    const by = quoted(columnOf(part, part.partOf!.by))
    const owner = part.people.find(({ onDuty }) => !onDuty)
    if (owner) await adopt(part, owner.column, `${by} = any($ids::uuid[])`, person, ids)
  }
}
