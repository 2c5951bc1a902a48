import type { PoolClient } from 'pg'
import { columnIn, quoted } from '../../lib/sql.ts'
import { dataMap } from '../../privacy/data-map.ts'

export type Manifest = {
  format: 'trellis backup'
  version: 1
  madeAt: string
  /** How the rows are kept; what pg_dump wrote needs a pg_restore of this major version or newer. */
  rows: 'pg_dump' | 'copy'
  major: number
  lastMigration: string
  tables: TableRows[]
  sequences: { name: string; value: string }[]
}
type TableRows = { name: string; columns: string[] }

/** Rows that must not come back: who signed out stays signed out, and what was sealed for a day is gone after it. */
export const OMITTED = ['sessions', 'sealed_envelopes', 'rate_limits']

/** What waits in the queue, in words that every version of it understands. What was given up is not tried again. */
export const JOBS = `
  select json_build_object('task', identifier, 'payload', payload, 'at', run_at, 'key', key, 'most', max_attempts)
  from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
  where attempts < max_attempts`

/** Every table that is kept, with the columns that can be written. */
export async function tablesIn(client: PoolClient) {
  const { rows } = await client.query<TableRows>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
       and table_name <> all ($1) group by table_name order by table_name`,
    [['migrations', ...OMITTED]],
  )
  return rows
}

/** Where each sequence stands. */
export async function sequencesIn(client: PoolClient) {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value as value from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  )
  return rows
}

/** The keys of all objects in file storage that a row names. */
export async function objectKeys(client: PoolClient) {
  const sources = dataMap.flatMap((table) =>
    table.objects ? `select ${columnIn(table, table.objects.key)} as key from ${quoted(table.name)}` : [],
  )
  const { rows } = await client.query<{ key: string | null }>(sources.join(' union '))
  return rows.flatMap(({ key }) => key ?? [])
}
