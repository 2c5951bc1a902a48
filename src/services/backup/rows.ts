import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pool } from '../../db/pool.ts'
import { quoted } from '../../lib/sql.ts'
import type { Manifest } from './contents.ts'

/** Answers how many rows went into the table. */
export type CopyInto = (table: string, rows: Readable) => Promise<number>

/**
 * Lets rows be copied into tables in any order, also where two point at each other, and no trigger takes them for news.
 * At the end every foreign key is checked again. All of it happens, or nothing.
 */
export async function withoutChecks({ tables, sequences }: Manifest, work: (copyInto: CopyInto) => Promise<void>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const putBack = await dropForeignKeys(client)
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
    for (const { name } of tables) await client.query(`delete from ${quoted(name)}`) // the backup has what migrations wrote
    await work(async (table, rows) => {
      const columns = tables.find(({ name }) => name === table)!.columns.map(quoted)
      const into = client.query(copyFrom(`copy ${quoted(table)} (${columns.join()}) from stdin`))
      await pipeline(rows, into)
      return into.rowCount
    })
    for (const { name, value } of sequences)
      await client.query('select setval($1::regclass, $2)', [quoted(name), value])
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
    await client.query(putBack)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Answers the statements that bring them back. */
async function dropForeignKeys(client: PoolClient) {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  await client.query(rows.map(({ drop }) => drop).join(';'))
  return rows.map(({ add }) => add).join(';')
}

/** Queues again what waited. Answers how many tasks that were. */
export async function addJobs(jobs: Readable) {
  const client = await pool.connect()
  try {
    await client.query('begin; create temporary table waiting (job json) on commit drop')
    await pipeline(jobs, client.query(copyFrom('copy waiting from stdin')))
    const { rowCount } = await client.query(`
      select graphile_worker.add_job(job ->> 'task', job -> 'payload', run_at := (job ->> 'at')::timestamptz,
        job_key := job ->> 'key', max_attempts := (job ->> 'most')::int) from waiting`)
    await client.query('commit')
    return rowCount
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
