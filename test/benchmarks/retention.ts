import pg from 'pg'
import { config } from '../../src/config.ts'
import { createUser } from '../support/factories.ts'
import { type Child, startChild } from './support/child.ts'
import { type Load, load, type Measured, seconds } from './support/measure.ts'

const ROWS = 500_000
const GENTLE = { connections: 4, rate: 60 }

/** Half a million rows past their date, deleted by the app that answers pages meanwhile; then by plain batches. */
export async function benchmark(): Promise<Measured[]> {
  const client = new pg.Client(config.databaseUrl)
  await client.connect()
  const { id } = await createUser()
  const app = await startChild(`${import.meta.dirname}/support/app-process.ts`)

  try {
    await fill(client, id)
    const floor = await seconds(() => plainly(client))

    await fill(client, id)
    const page = `${app.origin}/privacy`
    await load(page, { ...GENTLE, seconds: 3 })
    const idle = await load(page, { ...GENTLE, seconds: 8 })
    const { took, busy } = await enforceUnderLoad(app, page, Math.ceil(floor))
    const { rss } = await app.ask<{ rss: number }>({ memory: true })
    return [
      {
        what: `retention over ${ROWS} rows: rows a second`,
        ours: (ROWS / took).toFixed(0),
        floor: (ROWS / floor).toFixed(0),
        ratio: floor / took,
        reach: 0.7,
        memoryMiB: Math.round(rss / 2 ** 20),
      },
      {
        what: 'pages meanwhile against idle: 99th percentile, ms',
        ours: String(busy.p99),
        floor: String(idle.p99),
        ratio: busy.p99 / idle.p99,
        reach: 2,
        lowerIsBetter: true,
      },
    ]
  } finally {
    await app.stop()
    await client.end()
  }
}

/** The load begins with the work and lasts about as long: what is measured is the time they share. */
async function enforceUnderLoad(app: Child, page: string, expected: number): Promise<{ took: number; busy: Load }> {
  const [took, busy] = await Promise.all([
    seconds(() => app.ask({ enforceAt: new Date().toISOString() })),
    load(page, { ...GENTLE, seconds: Math.max(2, expected) }),
  ])
  return { took, busy }
}

async function fill(client: pg.Client, userId: string) {
  await client.query('truncate sign_ins cascade')
  await client.query(
    `insert into sign_ins (id, user_id, outcome, ip, place, new_place, created_at)
     select gen_random_uuid(), $1, 'signed in', '203.0.113.7', '203.0.113.0/24', false, now() - interval '1 year'
     from generate_series(1, ${ROWS})`,
    [userId],
  )
  await client.query('vacuum analyze sign_ins')
}

async function plainly(client: pg.Client) {
  let deleted: number
  do {
    const { rowCount } = await client.query(
      `delete from sign_ins where id in (
         select id from sign_ins where created_at < now() - interval '90 days' limit 5000 for update skip locked)`,
    )
    deleted = rowCount ?? 0
  } while (deleted > 0)
}
