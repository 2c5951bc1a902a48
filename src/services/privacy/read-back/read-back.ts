import { copyOut } from '../../../db/copy-out.ts'
import { files } from '../../../gateways/files.ts'
import { quoted, sql } from '../../../lib/sql.ts'
import { dataMap } from '../../../privacy/data-map.ts'
import type { Contents } from '../erasure/envelope.ts'
import { isHeld } from '../whose.ts'
import { isDeclaredKept, searchable } from './residue.ts'
import { Search } from './search.ts'

type Column = { schema: string; table: string; column: string; kind: string }
/** Where something stands that should not, and how often. Never what. */
export type Findings = Record<string, number>

const readable = `
  select table_schema as schema, table_name as table, column_name as column, udt_name as kind
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
    and udt_name in ('text', 'varchar', 'citext', 'json', 'jsonb', 'inet', '_text', '_varchar', '_citext')
  order by table_schema, table_name, ordinal_position`

/**
 * Reads the whole house back for everyone who was erased (P28), in one pass for all: every column of every table that
 * can hold a text, declared or not, the queue and the sessions among them, and every object that was theirs. What was
 * declared to be kept is known, and so is what a legal hold keeps. Answers in the order of the people.
 */
export async function readBack(erased: Contents[]): Promise<Findings[]> {
  if (erased.length === 0) return []
  const findings = await Promise.all(erased.map(objectsLeft))
  const search = new Search(await withoutNamesakes(erased.map(({ identifiers }) => identifiers.full)))
  const { rows: columns } = await sql<Column>(readable)

  for (const inTable of Map.groupBy(columns, ({ schema, table }) => `${schema}.${table}`).values()) {
    const searched = inTable.filter(({ table, column }) => !isDeclaredKept(declared(table), column))
    if (searched.length === 0) continue
    for await (const lines of copyOut(textsOf(searched))) {
      for (const line of lines) note(line, searched, search, findings)
    }
  }
  return findings
}

function textsOf(columns: Column[]) {
  const { schema, table } = columns[0]!
  const declaration = declared(table)
  const texts = columns.map(({ column, kind }) => searchable(declaration, column, kind.startsWith('json')))
  const unlessHeld = declaration ? `where not ${isHeld(declaration)}` : ''
  return `select ${texts} from ${quoted(schema)}.${quoted(table)} as t ${unlessHeld}`
}

/** A line break or a tab in a cell is written \\n or \\t, and would pass for the first letter of what follows. */
function note(line: string, columns: Column[], search: Search, findings: Findings[]) {
  const row = line.includes('\\') ? line.replace(/\\./g, ' ') : line
  if (search.peopleIn(row).size === 0) return

  for (const [n, cell] of row.split('\t').entries()) {
    const name = nameOf(columns[n]!)
    for (const person of search.peopleIn(cell)) findings[person]![name] = (findings[person]![name] ?? 0) + 1
  }
}

/** A name that somebody here still bears says nothing about who has left. Their address and their links do. */
async function withoutNamesakes(identifiers: string[][]) {
  const { rows } = await sql<{ name: string }>(
    'select distinct lower(name) as name from users where lower(name) = any($names)',
    { names: identifiers.flat().map((identifier) => identifier.toLowerCase()) },
  )
  const borne = new Set(rows.map(({ name }) => name))
  return identifiers.map((theirs) => theirs.filter((identifier) => !borne.has(identifier.toLowerCase())))
}

async function objectsLeft({ objects }: Contents): Promise<Findings> {
  const left = await Promise.all(objects.map((key) => files.exists(key)))
  const count = left.filter(Boolean).length
  return count > 0 ? { 'file storage': count } : {}
}

function declared(table: string) {
  return dataMap.find(({ name }) => name === table)
}

function nameOf({ schema, table, column }: Column) {
  return schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`
}
