import { sql } from '../lib/sql.ts'

/** What tasks.ts knows how to do. A trigger of the database adds remove-object by itself. */
export type TaskName = 'remove-object' | 'run-job' | 'send-mail' | 'build-export'

/** graphile-worker waits e, e², … seconds, six hours at most; so many attempts come to a day. */
const A_DAY_OF_ATTEMPTS = 13

/**
 * Adds a task that is tried until it works, for a day. Called inside a transaction it is part of it: what is rolled
 * back is never tried. The payload holds ids and times, nothing about anyone.
 */
export async function enqueue(task: TaskName, payload: Record<string, string>, { key }: { key?: string } = {}) {
  await sql('select graphile_worker.add_job($task, $payload::json, job_key := $key, max_attempts := $most::int)', {
    task,
    payload: JSON.stringify(payload),
    key: key ?? null,
    most: A_DAY_OF_ATTEMPTS,
  })
}
