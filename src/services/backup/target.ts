import { pool } from '../../db/pool.ts'
import { quoted } from '../../lib/sql.ts'

/** What a migration fills, a fresh database has too. */
const FILLED = ['migrations', 'tax_rates']

/** Whether a table of ours has a row that somebody made. */
export async function hasRows() {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [FILLED],
  )
  const each = tables.map(({ name }) => `exists (select from ${quoted(name)})`)
  const { rows } = await pool.query<{ found: boolean }>(`select ${each.join(' or ')} as found`)
  return rows[0]!.found
}

/** Whether a connection to our database is older than this process: then it is not one of ours. */
export async function isUsedElsewhere() {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
     and backend_start < clock_timestamp() - make_interval(secs => $1)`,
    [process.uptime()],
  )
  return rowCount! > 0
}

/** Takes everything away, ours and the queue's. */
export async function emptyDatabase() {
  await pool.query('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public')
}
