import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import { pool } from '../db/pool.ts'

const DOOR = 7_383_503

/**
 * Frees the jobs of workers who are gone; the queue by itself would not touch these for four hours. PostgreSQL may need
 * a moment to notice that a process was killed, so whoever works on looks again from time to time.
 */
export async function freeJobsOfTheDead() {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [DOOR])
    await client.query(`
      select graphile_worker.force_unlock_workers(array_agg(worker)) from
        (select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null) as holders
      where pg_try_advisory_xact_lock(hashtextextended(worker, 0))`)
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => {})
    client.release()
  }
}

/**
 * Lets workers begin so that everybody can tell whether they live: while they do, they hold a lock of PostgreSQL's that
 * goes with their process, however it ends. One at a time comes through the door, and is known before anybody looks.
 * Answers what `begin` answers, and the function that ends this life.
 */
export async function amongTheLiving<Result>(begin: (events: WorkerEvents) => Promise<Result>) {
  await freeJobsOfTheDead()
  const client = await pool.connect()
  const leave = async () => {
    await client.query('select pg_advisory_unlock_all()').catch(() => {})
    client.release()
  }

  const events: WorkerEvents = new EventEmitter()
  events.once('pool:create', async ({ workerPool }) => {
    const known = client.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id])
    await known.then(() => client.query('select pg_advisory_unlock($1)', [DOOR])).catch(() => {})
  })

  try {
    await client.query('select pg_advisory_lock($1)', [DOOR])
    return { result: await begin(events), leave }
  } catch (error) {
    await leave()
    throw error
  }
}
