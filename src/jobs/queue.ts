import { Logger, run, runOnce } from 'graphile-worker'
import { pool } from '../db/pool.ts'
import { log } from '../lib/log.ts'
import { Alarm } from '../models/index.ts'
import { type TaskName, taskList, tasks } from './tasks.ts'

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
