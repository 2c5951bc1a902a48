import { setTimeout as sleep } from 'node:timers/promises'
import { type Job, Logger, run, runOnce, type TaskList } from 'graphile-worker'
import { pool } from '../db/pool.ts'
import { log } from '../lib/log.ts'
import { reportError } from '../lib/report-error.ts'
import { Alarm } from '../models/index.ts'
import { type Payload, type Task, tasks } from './tasks.ts'
import { amongTheLiving, freeJobsOfTheDead } from './workers.ts'

const SECOND = 1000
const HALF_A_MINUTE = 30_000

const taskList: TaskList = Object.fromEntries(
  Object.entries(tasks).map(([name, task]) => [name, (payload, { job }) => attempt(task, payload as Payload, job)]),
)

/**
 * Works on tasks as they come, two at a time, until the function it answers is called; that waits for those under way. A
 * worker that loses its database in the middle of a task ends: another begins as soon as there is one again.
 */
export async function startQueue() {
  let stopping = false
  let life = await begin()
  const lives = liveOn()
  const looking = setInterval(() => freeJobsOfTheDead().catch(reportError), HALF_A_MINUTE)

  return async () => {
    stopping = true
    clearInterval(looking)
    await life.result.stop().catch(() => {}) // it may be between two lives
    await lives
  }

  async function liveOn() {
    for (;;) {
      await life.result.promise.catch(reportError)
      await life.leave()
      if (stopping) return
      while (!(await beginsAgain())) await sleep(SECOND)
    }
  }

  async function beginsAgain() {
    try {
      life = await begin()
      if (stopping) await life.result.stop()
      return true
    } catch (error) {
      reportError(error)
      return false
    }
  }
}

function begin() {
  return amongTheLiving((events) =>
    run({ ...options(), events, concurrency: 2, noHandleSignals: true, pollInterval: 2000 }),
  )
}

/** Works on everything that waits now, and returns once the queue has written down how each of them ended. */
export async function drainQueue() {
  // By itself a worker does not wait for that; in batches, if only of one, it does.
  const worker = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }
  const { leave } = await amongTheLiving((events) =>
    runOnce({ ...options(), events, noHandleSignals: true, preset: { worker } }),
  )
  await leave()
}

function options() {
  return { pgPool: pool, taskList, logger: new Logger(() => quiet) }
}

/** The queue writes down what a failed task says, and an error may quote anyone: it gets to know the kind alone. */
async function attempt(task: Task, payload: Payload, job: Job) {
  try {
    await task.run(payload, { number: job.attempts })
  } catch (error) {
    reportError(error, { task: job.task_identifier, attempt: job.attempts })
    if (job.attempts >= job.max_attempts) await giveUp(task, payload, job)
    throw new Error(error instanceof Error ? error.name : 'Error')
  }
}

/** After a day it is a person's turn. */
async function giveUp(task: Task, payload: Payload, job: Job) {
  await task.givenUp?.(payload)
  await Alarm.ring('task given up', `${job.task_identifier}, number ${job.id}`)
}

/** The worker's own lines quote errors and payloads; ours name the kind of task. */
function quiet(level: string, _message: string, meta?: Record<string, unknown>) {
  const job = meta?.job as { task_identifier?: string } | undefined
  if (level === 'error' || level === 'warning') log.warn({ queue: level, task: job?.task_identifier })
}
