import { pendingMigrations } from '../db/migrator.ts'
import { sql } from '../lib/sql.ts'

const MOST_MINUTES_WAITING = 5

/** Whether each part that a request or a task needs is there. Never throws: a part that cannot answer is not ready. */
export async function readiness() {
  const [database, migrations, queue] = await Promise.all([
    holds(async () => (await sql('select 1')).count === 1),
    holds(async () => (await pendingMigrations()).length === 0),
    holds(queueMoves),
  ])
  return { database, migrations, queue }
}

/** No task that could run has been left lying. Those that wait for another try are not due. */
async function queueMoves() {
  const { rows } = await sql<{ waiting: number }>(`
    select count(*)::int as waiting from graphile_worker.jobs
    where locked_at is null and attempts < max_attempts and run_at < now() - interval '${MOST_MINUTES_WAITING} minutes'`)
  return rows[0]!.waiting === 0
}

function holds(question: () => Promise<boolean>) {
  return question().catch(() => false)
}
