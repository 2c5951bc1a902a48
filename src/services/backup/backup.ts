import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pool } from '../../db/pool.ts'
import { files } from '../../gateways/files.ts'
import { quoted } from '../../lib/sql.ts'
import { type Archive, createArchive } from './archive.ts'
import { JOBS, type Manifest, OMITTED, objectKeys, sequencesIn, tablesIn } from './contents.ts'
import { start, versionOf } from './tools.ts'

type Say = (line: string) => void

/**
 * Puts the database and the files of one moment into one archive: everything is read in the same snapshot, however long
 * it takes and whoever writes meanwhile. The erasure ledger is never in it, so that no restore can forget an erasure
 * (P28), and neither is what must not come back to life: open sessions, sealed envelopes, counters of knocks.
 */
export async function backUp(file: string, now: Date, say: Say) {
  const client = await pool.connect()
  const archive = createArchive(file)
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest = await describe(client, now)
    await archive.add('manifest.json', [Buffer.from(JSON.stringify(manifest))])
    if (manifest.rows === 'pg_dump') await dump(client, archive, say)
    else await copyTables(client, archive, manifest, say)
    await archive.add('jobs', client.query(copyTo(`copy (${JOBS}) to stdout`)))
    await addObjects(client, archive, say)
    await archive.add('end', [Buffer.from('whole')])
    await archive.finish()
  } catch (error) {
    await archive.discard()
    throw error
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function describe(client: PoolClient, now: Date): Promise<Manifest> {
  const { rows } = await client.query('select current_setting($1)::int / 10000 as major', ['server_version_num'])
  const { rows: migrations } = await client.query('select name from migrations order by name')
  const version = Math.min(await versionOf('pg_dump'), await versionOf('pg_restore'))
  return {
    format: 'trellis backup',
    version: 1,
    madeAt: now.toISOString(),
    rows: version >= rows[0].major ? 'pg_dump' : 'copy',
    major: Math.max(version, rows[0].major),
    lastMigration: migrations.at(-1).name,
    tables: await tablesIn(client),
    sequences: await sequencesIn(client),
  }
}

async function copyTables(client: PoolClient, archive: Archive, { tables }: Manifest, say: Say) {
  for (const { name, columns } of tables) {
    const stream = client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join()}) to stdout`))
    await archive.add(`tables/${name}`, stream)
    say(`${name}: ${stream.rowCount} rows`)
  }
}

async function dump(client: PoolClient, archive: Archive, say: Say) {
  const { rows } = await client.query('select pg_export_snapshot() as snapshot')
  const omitted = OMITTED.map((table) => `--exclude-table-data=public.${table}`)
  const { child, ended } = start('pg_dump', [
    ...['--format=custom', '--compress=0', '--schema=public', '--extension=citext', '--no-owner', '--no-privileges'],
    ...[`--snapshot=${rows[0].snapshot}`, ...omitted],
  ])
  await archive.add('dump', child.stdout!)
  await ended
  say('all rows, by pg_dump')
}

/** Objects that a row of the snapshot names. One that was removed since then is missed, and said so. */
async function addObjects(client: PoolClient, archive: Archive, say: Say) {
  let [count, missing] = [0, 0]
  for (const key of await objectKeys(client)) {
    const content = await files.get(key).catch(() => undefined)
    if (content) await archive.add(`files/${key}`, content)
    content ? count++ : missing++
  }
  say(`${count} files${missing ? `, ${missing} more were no longer there` : ''}`)
}
