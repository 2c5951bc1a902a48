import { sql } from '../lib/sql.ts'

/** What tasks.ts knows how to do. Triggers of the database add those that remove, and the captions that have changed. */
export type TaskName =
  | 'remove-object'
  | 'handle-event'
  | 'expire-checkout'
  | 'send-refund'
  | 'delete-customers'
  | 'answer-dispute'
  | 'run-job'
  | 'send-mail'
  | 'build-export'
  | 'follow-video'
  | 'remove-video'
  | 'send-captions'
  | 'make-meeting'
  | 'move-meeting'
  | 'remove-meeting'

/** graphile-worker waits e, e², … seconds, six hours at most; so many attempts come to a day. */
const A_DAY_OF_ATTEMPTS = 13

/**
 * One that waits under the same key gives way to this one; those of a queue come one after the other. What is urgent comes
 * before all that has waited for longer: nobody waits for what they paid because a thousand letters are to be sent.
 */
type Options = { key?: string; queue?: string; runAt?: Date; urgent?: boolean }

/**
 * Adds a task that is tried until it works, for a day. Called inside a transaction it is part of it: what is rolled
 * back is never tried. The payload holds ids and times, nothing about anyone.
 */
export async function enqueue(task: TaskName, payload: Record<string, string>, options: Options = {}) {
  const { key, queue, runAt, urgent } = options
  await sql(
    `select graphile_worker.add_job(
       $task, $payload::json, job_key := $key, queue_name := $queue, run_at := $runAt::timestamptz, max_attempts := $most::int,
       priority := $priority::int)`,
    {
      task,
      payload: JSON.stringify(payload),
      key: key ?? null,
      queue: queue ?? null,
      runAt: runAt?.toISOString() ?? null,
      most: A_DAY_OF_ATTEMPTS,
      priority: urgent ? -1 : 0,
    },
  )
}

/** The same for many at once. */
export async function enqueueAll(task: TaskName, payloads: Record<string, string>[]) {
  await sql(
    `select graphile_worker.add_job($task, payload, max_attempts := $most::int)
     from json_array_elements($payloads::json) as payload`,
    { task, payloads: JSON.stringify(payloads), most: A_DAY_OF_ATTEMPTS },
  )
}
