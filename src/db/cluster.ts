import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { CannotStart } from '../errors.ts'
import { freePort } from './free-port.ts'
import { programs } from './programs.ts'
import { runAs, serverUser } from './server-user.ts'

/** A folder with one PostgreSQL in it: its `data`, the `password` of its owner, and its `log`. */
export interface Cluster {
  folder: string
  url: string
}

/** No value of anybody's may reach the log, neither by a statement, nor by a parameter, nor by an error message. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  wal_recycle: 'off', // a recycled file still holds what was written into it before
}

const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** Makes the folder whole or not at all, so that nobody ever finds half of one. Throws CannotStart on one that is. */
export async function createCluster(folder: string, { fast = false } = {}) {
  if (existsSync(`${folder}/data/PG_VERSION`)) return
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new CannotStart(`The folder ${folder} is only half a database. Delete it, and start again.`)

  await mkdir(path.dirname(folder), { recursive: true, mode: 0o711 })
  const draft = await mkdtemp(`${await realpath(path.dirname(folder))}/.postgres-`)
  try {
    const user = await serverUser(draft)
    await writeFile(`${draft}/password`, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (user) await Promise.all([draft, `${draft}/password`].map((file) => chown(file, user.uid, user.gid)))
    await runAs(user, (await programs()).initdb, [
      ...['-D', `${draft}/data`, '--username=trellis', `--pwfile=${draft}/password`, '--auth=scram-sha-256'],
      ...(fast ? ['--no-sync', ...locale] : locale),
      ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
    ])
    await rename(draft, folder).catch(unlessSomebodyElseMadeIt)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** For tests and benchmarks: nothing has to outlive a power cut, and nobody comes by to vacuum while they look. */
const hasty = ' -F -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off'

/** Starts the PostgreSQL of that folder, in a session of its own: a Ctrl-C meant for us does not reach it. */
export async function startCluster(folder: string, { fast = false } = {}) {
  const options = `-p ${await freePort()}${fast ? hasty : ''}`
  const log = `${await realpath(folder)}/log`
  await rm(log, { force: true })
  await control(folder, ['start', '-w', '-t', '60', '-l', log, '-o', options])
}

/** Lets running statements go, and waits until everything is on the disk. */
export async function stopCluster(folder: string) {
  await control(folder, ['stop', '-w', '-t', '30', '-m', 'fast'])
}

/** The PostgreSQL that runs on this folder, if one does. Whoever else listens at its port is not taken for it. */
export async function findCluster(folder: string): Promise<Cluster | undefined> {
  const [, , , port] = await readFile(`${folder}/data/postmaster.pid`, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  if (!port) return undefined

  const url = `postgres://trellis:${await readFile(`${folder}/password`, 'utf8')}@127.0.0.1:${port}/postgres`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    return rows[0].data_directory === `${await realpath(folder)}/data` ? { folder, url } : undefined
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

function unlessSomebodyElseMadeIt(error: { code?: string }) {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}

async function control(folder: string, args: string[]) {
  const data = `${await realpath(folder)}/data`
  await runAs(await serverUser(data), (await programs()).pg_ctl, [args[0]!, '-D', data, ...args.slice(1)])
}
