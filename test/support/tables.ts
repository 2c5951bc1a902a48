import { pool } from '../../src/db/pool.ts'

let statement: string | undefined

/** Empties every table of ours, and the queue. */
export async function emptyTables() {
  statement ??= await truncation()
  await pool.query(statement)
}

async function truncation() {
  const { rows } = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> 'migrations'
       or schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues')`)
  return `truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`
}
