import { validate } from 'uuid'
import { files } from '../../gateways/files.ts'
import { quoted, sql } from '../../lib/sql.ts'
import { dataMap } from '../../privacy/data-map.ts'
import type { Table } from '../../privacy/table.ts'
import type { Contents } from './envelope.ts'
import { patternOf } from './identifiers.ts'
import { isDeclaredKept, searchable } from './residue.ts'
import { isHeld } from './whose.ts'

type Column = { schema: string; table: string; column: string; kind: string }
/** Where something stands that should not, and how often. Never what. */
export type Findings = Record<string, number>

/** Some patterns at once are read back in about the time of one; too many, and PostgreSQL refuses the pattern. */
const AT_ONCE = 100

const readable = `
  select table_schema as schema, table_name as table, column_name as column, udt_name as kind
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
    and udt_name in ('text', 'varchar', 'citext', 'json', 'jsonb', 'uuid', 'inet', '_text', '_varchar', '_citext', '_uuid')
  order by table_schema, table_name, ordinal_position`

/**
 * Reads the whole house back for people who were erased (P28): every column of every table that can hold a text,
 * declared or not, the queue and the sessions among them, and every object that was theirs. It reads each table once
 * for a hundred people, and then for each alone only where something was found. Answers in their order.
 */
export async function readBack(erased: Contents[]): Promise<Findings[]> {
  const { rows: columns } = await sql<Column>(readable)
  const findings: Findings[] = []

  for (let first = 0; first < erased.length; first += AT_ONCE) {
    const some = erased.slice(first, first + AT_ONCE)
    const suspects = await search(columns, some)
    const where = columns.filter((column) => nameOf(column) in suspects)
    for (const one of some) findings.push({ ...(await search(where, [one])), ...(await objectsLeft(one)) })
  }
  return findings
}

async function search(columns: Column[], erased: Contents[]) {
  const findings: Findings = {}
  const identifiers = await withoutNamesakes(erased.flatMap(({ identifiers }) => identifiers.full))
  const bind = { pattern: patternOf(identifiers), ids: identifiers.filter((identifier) => validate(identifier)) }

  for (const [name, inTable] of Map.groupBy(columns, ({ schema, table }) => `${quoted(schema)}.${quoted(table)}`)) {
    const table = dataMap.find((table) => table.name === inTable[0]!.table)
    const searched = inTable.filter(({ column }) => !isDeclaredKept(table, column))
    const counts = searched.map((column, n) => `count(*) filter (where ${hit(column, table)})::int as "${n}"`)
    if (counts.length === 0) continue

    const unlessHeld = table ? `where not ${isHeld(table)}` : ''
    const { rows } = await sql<Record<number, number>>(`select ${counts} from ${name} as t ${unlessHeld}`, bind)
    for (const [n, column] of searched.entries()) if (rows[0]![n]) findings[nameOf(column)] = rows[0]![n]
  }
  return findings
}

function hit({ column, kind }: Column, table?: Table) {
  if (kind === 'uuid') return `t.${quoted(column)} = any($ids::uuid[])`
  return `${searchable(table, column, kind.startsWith('json'))} ~* $pattern`
}

/** A name that somebody here still bears says nothing about who has left. Their address and their links do. */
async function withoutNamesakes(identifiers: string[]) {
  const { rows } = await sql<{ name: string }>(
    'select distinct lower(name) as name from users where lower(name) = any($names)',
    { names: identifiers.map((identifier) => identifier.toLowerCase()) },
  )
  const borne = new Set(rows.map(({ name }) => name))
  return identifiers.filter((identifier) => !borne.has(identifier.toLowerCase()))
}

async function objectsLeft({ objects }: Contents): Promise<Findings> {
  const left = await Promise.all(objects.map((key) => files.exists(key)))
  const count = left.filter(Boolean).length
  return count > 0 ? { 'file storage': count } : {}
}

function nameOf({ schema, table, column }: Column) {
  return schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`
}
