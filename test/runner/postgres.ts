import pg from 'pg'
import { createCluster, findCluster, startCluster, stopCluster } from '../../src/db/cluster.ts'
import { closeDatabase, connectDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrator.ts'
import { runFolder } from './run-folder.ts'

const folder = `${runFolder}/postgres`
let admin: pg.Pool

/** A PostgreSQL for this run alone, which may forget everything in a power cut, with one database migrated as a model. */
export async function startServer() {
  await createCluster(folder, { fast: true })
  await startCluster(folder, { fast: true })
  admin = new pg.Pool({ connectionString: (await findCluster(folder))!.url, max: 4 })
  admin.on('error', () => {})

  await admin.query('create database model')
  await connectDatabase(addressOf('model'))
  await migrate()
  await closeDatabase()
}

export async function stopServer() {
  await admin?.end()
  await stopCluster(folder).catch(() => {})
}

/** A fresh database like the model. Answers its address. */
export async function createDatabase(name: string) {
  await admin.query(`create database ${pg.escapeIdentifier(name)} template model strategy file_copy`)
  return addressOf(name)
}

export async function dropDatabase(name: string) {
  await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`)
}

function addressOf(name: string) {
  return admin.options.connectionString!.replace(/postgres$/, name)
}
