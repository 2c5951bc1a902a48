import { config } from '../config.ts'
import { atMost } from '../lib/at-most.ts'
import { connectionString, useAddress } from './connection.ts'
import { startEmbedded, stopEmbedded } from './embedded.ts'
import { migrate } from './migrator.ts'
import { pool } from './pool.ts'
import { reachDatabase } from './reach.ts'
import { sequelize } from './sequelize.ts'

const SECONDS_TO_CLOSE = 5

/** Whoever opens the database finds it running and migrated. */
export async function openDatabase() {
  await connectDatabase(config.databaseUrl ?? (await startEmbedded(config.dataDir)))
  await migrate()
}

/** Connects to one that is running already, as it is. */
export async function connectDatabase(url: string) {
  useAddress(url)
  pool.options.connectionString = connectionString()
  await reachDatabase()
}

/** Lets go of every connection, and of the PostgreSQL that came with us if nobody else of ours is using it. */
export async function closeDatabase() {
  await atMost(SECONDS_TO_CLOSE, Promise.all([sequelize.close(), pool.end()]))
  await stopEmbedded()
}
