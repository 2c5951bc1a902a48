import { Logger, run, runOnce } from 'graphile-worker'
import { pool } from '../db/pool.ts'
import { log } from '../lib/log.ts'
import { sql } from '../lib/sql.ts'
import { Alarm } from '../models/index.ts'
import { type TaskName, taskList, tasks } from './tasks.ts'

type Options = { at?: Date; key?: string }

/** graphile-worker waits e, e², … seconds, six hours at most; so many attempts come to a day. */
const A_DAY_OF_ATTEMPTS = 13

/**
 * Adds a task that is tried until it works, for a day. Called inside a transaction it is part of it: what is rolled
 * back is never tried. The payload holds ids and times, nothing about anyone.
 */
export async function enqueue(task: TaskName, payload: Record<string, string>, { at, key }: Options = {}) {
  await sql(
    `select graphile_worker.add_job($task, $payload::json, run_at := $at::timestamptz, job_key := $key, max_attempts := $most::int)`,
    {
      task,
      payload: JSON.stringify(payload),
      at: at?.toISOString() ?? null,
      key: key ?? null,
      most: A_DAY_OF_ATTEMPTS,
    },
  )
}

/** Works on tasks as they come, two at a time, until the function it answers is called; that waits for those under way. */
export async function startQueue() {
  const runner = await run({ ...options(), concurrency: 2, noHandleSignals: true, pollInterval: 2000 })
  runner.events.on('job:failed', ({ job }) => void giveUp(job))
  return () => runner.stop()
}

/** Works on everything that waits now, and returns. */
export async function drainQueue() {
  await runOnce({ ...options(), noHandleSignals: true })
}

function options() {
  return { pgPool: pool, taskList, logger: new Logger(() => quiet) }
}

/** After a day it is a person's turn. */
async function giveUp(job: { id: string; task_identifier: string; payload: unknown }) {
  const task = tasks[job.task_identifier as TaskName]
  await task?.givenUp?.(job.payload as Record<string, string>)
  await Alarm.ring('task given up', `${job.task_identifier}, number ${job.id}`)
}

/** The worker's own lines quote errors and payloads; ours name the kind of task. */
function quiet(level: string, _message: string, meta?: Record<string, unknown>) {
  const job = meta?.job as { task_identifier?: string } | undefined
  if (level === 'error' || level === 'warning') log.warn({ queue: level, task: job?.task_identifier })
}
