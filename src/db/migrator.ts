import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { SequelizeStorage, Umzug } from 'umzug'
import { pool } from './pool.ts'
import { sequelize } from './sequelize.ts'

/** A migration says what changes in SQL, the language of what it changes. */
export type Migration = (sql: (statements: string) => Promise<unknown>) => Promise<unknown>

const LOCK = 7_383_502

/** Runs migrations/*.ts in order of their names, which begin with the day they were written. */
const migrator = new Umzug({
  storage: new SequelizeStorage({ sequelize, tableName: 'migrations' }),
  logger: undefined,
  migrations: {
    glob: ['../../migrations/*.ts', { cwd: import.meta.dirname }],
    resolve: ({ path: file }) => ({
      name: path.parse(file!).name,
      up: async () => {
        const { up }: { up: Migration } = await import(pathToFileURL(file!).href)
        await sequelize.transaction(() => up((statements) => sequelize.query(statements)))
      },
    }),
  },
})

/**
 * Brings the queue's tables up to date, then ours, which may refer to them: all of them, or up to the migration named.
 * One process at a time does it.
 */
export async function migrate(to?: string) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await migrateQueue()
    await migrator.up(to ? { to } : {})
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

/** The queue's own tables. */
export function migrateQueue() {
  return runMigrations({ pgPool: pool })
}

/** The names of what has yet to run. None, and the schema is the one this code was written for. */
export async function pendingMigrations() {
  return (await migrator.pending()).map(({ name }) => name)
}

/** The names of all there are, in the order in which they run. */
export async function allMigrations() {
  return [...(await migrator.executed()), ...(await migrator.pending())].map(({ name }) => name).sort()
}
