import { closeDatabase, openDatabase } from '../db/database.ts'
import { explain } from '../start/explain.ts'

/** Runs a command with the database open, and closes it whatever happens. A failure is a sentence, and exit code 1. */
export async function run(command: () => Promise<unknown>) {
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    await openDatabase()
    await command()
  } catch (error) {
    explain(error)
    process.exitCode = 1
  } finally {
    await closeDatabase()
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  }
}

/** Whoever leaves without closing leaves PostgreSQL running behind. */
async function interrupt() {
  await closeDatabase()
  process.exit(130)
}
