import { columnOf, sql } from '../lib/sql.ts'
import { dataMap } from './data-map.ts'

/** The migrator's own list of what has run. It is no model's, and knows no one. */
const byTheMigrator = 'migrations.name'

const columnsStored = `
  select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`

/** Where the declarations and the live schema differ, column by column and both ways. Empty lists, and the data map is true. */
export async function driftFromSchema() {
  const { rows } = await sql<{ name: string }>(columnsStored)
  const stored = new Set(rows.map(({ name }) => name)).difference(new Set([byTheMigrator]))
  const declared = new Set(
    dataMap.flatMap((table) => Object.keys(table.columns).map((column) => `${table.name}.${columnOf(table, column)}`)),
  )
  return { undeclared: [...stored.difference(declared)], missing: [...declared.difference(stored)] }
}
