import { config } from '../config.ts'
import { connectionString, useAddress } from './connection.ts'
import { startEmbedded, stopEmbedded } from './embedded.ts'
import { migrate } from './migrator.ts'
import { pool } from './pool.ts'
import { reachDatabase } from './reach.ts'
import { sequelize } from './sequelize.ts'

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

export async function closeDatabase() {
  await sequelize.close()
  await pool.end()
  await stopEmbedded()
}
