import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '../errors.ts'
import { type Cluster, createCluster, findCluster, startCluster, stopCluster } from './cluster.ts'

const PRESENCE = 7_383_501
const DATABASE = 'trellis'

let here: { cluster: Cluster; client: pg.Client } | undefined

/**
 * Gives the address of the PostgreSQL that came with npm, and starts it unless another of our processes has.
 * The server and the commands share it, so each is present by a shared lock, and the last to leave stops it.
 */
export async function startEmbedded(dataDir: string) {
  const folder = `${dataDir}/postgres`
  await createCluster(folder)

  for (let attempt = 1; !here; attempt++) {
    const cluster = (await findCluster(folder)) ?? (await start(folder, attempt))
    if (cluster) here = await enter(cluster)
    if (!here) await sleep(250)
  }
  return here.cluster.url.replace(/postgres$/, DATABASE)
}

export async function stopEmbedded() {
  if (!here) return

  const { cluster, client } = here
  here = undefined
  if (await isLastToLeave(client)) await stopCluster(cluster.folder)
  await client.end().catch(() => {})
}

/** Another of our processes may be starting or stopping it at this moment: then it is worth another attempt. */
async function start(folder: string, attempt: number) {
  try {
    await startCluster(folder)
  } catch (error) {
    if (attempt < 40 && existsSync(`${folder}/data/postmaster.pid`)) return undefined
    const log = await readFile(`${folder}/log`, 'utf8').catch(() => '')
    const [, reason] = /FATAL: *(.+)/.exec(log) ?? []
    throw reason ? new CannotStart(`The PostgreSQL in ${folder} did not start (${reason}).`) : error
  }
  return findCluster(folder)
}

async function enter(cluster: Cluster) {
  const client = new pg.Client(cluster.url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`).catch(unlessItExists)
    client.once('end', () => comeBack(client, cluster.folder))
    return { cluster, client }
  } catch (error) {
    await client.end().catch(() => {})
    if (isGoing(error)) return undefined
    throw error
  }
}

/** A PostgreSQL that starts anew after a crash has forgotten who is present, and would be stopped under us by who leaves. */
async function comeBack(lost: pg.Client, folder: string) {
  while (here?.client === lost) {
    await sleep(250, undefined, { ref: false })
    const cluster = await findCluster(folder)
    const again = cluster && (await enter(cluster).catch(() => undefined))
    if (here?.client === lost) here = again ?? here
    else await again?.client.end()
  }
}

async function isLastToLeave(client: pg.Client) {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [PRESENCE])
    return rows[0].last as boolean
  } catch {
    return false // it is gone already
  }
}

/** Two of our processes may make it at the same moment. */
function unlessItExists(error: { code?: string }) {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}

/** It was being stopped just as we came in. */
function isGoing(error: unknown) {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return code.startsWith('57P') || code === 'ECONNREFUSED' || code === 'ECONNRESET' || message.includes('terminated')
}
