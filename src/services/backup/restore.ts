import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { allMigrations, migrate, migrateQueue } from '../../db/migrator.ts'
import { CannotStart } from '../../errors.ts'
import { files } from '../../gateways/files.ts'
import { replayLedger } from '../privacy/erasure/replay.ts'
import { partsOf } from './archive.ts'
import type { Manifest } from './contents.ts'
import { addJobs, type CopyInto, withoutChecks } from './rows.ts'
import { emptyDatabase, hasRows, isUsedElsewhere } from './target.ts'
import { start, versionOf } from './tools.ts'

type Options = { confirmed: boolean; now: Date; say: (line: string) => void }

/**
 * Puts the database and the files back as they were at the moment of a backup. Reads the archive from end to end before
 * it touches anything, and is not done before everyone whom the ledger calls erased has been erased again (P28).
 *
 * @throws CannotStart with a sentence, before anything has changed, where the file or the database is not fit for it
 */
export async function restore(file: string, { confirmed, now, say }: Options) {
  const manifest = await check(file)
  await checkFitness(manifest)
  if (await isUsedElsewhere()) throw new CannotStart('Somebody is connected to the database. Stop Trellis first.')
  if (!confirmed && (await hasRows()))
    throw new CannotStart('The database is not empty. With --confirm, all that is in it is replaced.')

  await emptyDatabase()
  for await (const key of files.list()) await files.remove(key)
  if (manifest.rows === 'copy') {
    await migrate(manifest.lastMigration)
    await withoutChecks(manifest, (copyInto) => load(file, say, copyInto))
  } else {
    await migrateQueue()
    await load(file, say)
  }
  await migrate()

  const { erasedAgain } = await replayLedger(now)
  say(`${erasedAgain} people erased again, who had left after the backup`)
}

/** The first part says what the archive is; only a whole one has the last. */
async function check(file: string): Promise<Manifest> {
  let [manifest, last]: [Manifest | undefined, string] = [undefined, '']
  try {
    for await (const { name, content } of partsOf(file)) {
      if (!manifest && name === 'manifest.json') manifest = JSON.parse(await textOf(content))
      if (manifest?.format !== 'trellis backup') break
      last = name
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new CannotStart(`There is no file ${file}.`)
  }
  if (!manifest || last !== 'end') throw new CannotStart(`${file} is not a whole backup of Trellis.`)
  return manifest
}

async function checkFitness({ version, lastMigration, rows, major }: Manifest) {
  if (version !== 1 || !(await allMigrations()).includes(lastMigration))
    throw new CannotStart('That backup was made by a newer Trellis. Restore it with that one.')
  if (rows === 'pg_dump' && (await versionOf('pg_restore')) < major)
    throw new CannotStart(`That backup needs the program pg_restore, version ${major} or newer.`)
}

async function load(file: string, say: Options['say'], copyInto?: CopyInto) {
  let objects = 0
  for await (const { name, content } of partsOf(file)) {
    const [kind, ...rest] = name.split('/')
    if (kind === 'tables') say(`${rest[0]}: ${await copyInto!(rest[0]!, content)} rows`)
    if (kind === 'dump') await loadDump(content)
    if (kind === 'jobs') say(`${await addJobs(content)} tasks that waited`)
    if (kind === 'files') await files.put(rest.join('/'), content)
    if (kind === 'files') objects++
  }
  say(`${objects} files`)
}

async function loadDump(content: Readable) {
  const { child, ended } = start('pg_restore', [
    ...['--clean', '--if-exists', '--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges'],
  ])
  await Promise.all([pipeline(content, child.stdin!), ended])
}

async function textOf(content: Readable) {
  return Buffer.concat(await content.toArray()).toString()
}
