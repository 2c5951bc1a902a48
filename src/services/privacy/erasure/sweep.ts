import type { PoolClient } from 'pg'
import { pool } from '../../../db/pool.ts'

const SMALL = 64 * 1024 * 1024

const tables = `
  select format('%I.%I', nspname, relname) as name, pg_total_relation_size(pg_class.oid) <= ${SMALL} as small
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and (nspname in ('public', 'graphile_worker') or relname = 'pg_statistic')
    and pg_has_role(relowner, 'member')
  order by relname = 'pg_statistic', name`

/**
 * What PostgreSQL deletes stays in its files until something is written over it, its most common values stay in the
 * statistics, and both in the log of changes. So after an erasure small tables are written anew, large ones are
 * vacuumed, all are analysed, and the log begins a new file (P28). Nobody waits for it longer than two seconds.
 */
export async function sweep() {
  const client = await pool.connect()
  try {
    await client.query("set lock_timeout = '2s'")
    const { rows } = await client.query<{ name: string; small: boolean }>(tables)
    for (const { name, small } of rows) await rewrite(client, name, small)
    await forgetChanges(client)
  } finally {
    client.release(true) // and its settings with it
  }
}

async function rewrite(client: PoolClient, name: string, small: boolean) {
  try {
    await client.query(`vacuum (${small ? 'full, ' : ''}analyze) ${name}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    await client.query(`vacuum (skip_locked, analyze) ${name}`) // somebody is using it: the next night writes it anew
  }
}

/** Where we are not allowed to, the log of changes goes in its own time. */
async function forgetChanges(client: PoolClient) {
  const { rows } = await client.query<{ usesuper: boolean }>(
    'select usesuper from pg_user where usename = current_user',
  )
  if (!rows[0]?.usesuper) return
  await client.query('select pg_switch_wal()')
  await client.query('checkpoint')
}
