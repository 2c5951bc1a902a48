/** The queue at work in a process of its own, which a test may kill. */
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import { startQueue } from '../../../src/jobs/queue.ts'

await connectDatabase(config.databaseUrl!)
await startQueue()
