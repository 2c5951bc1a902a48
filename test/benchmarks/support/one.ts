/** One benchmark: connects to the database it was given, measures when told to, and says what it found. */
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import type { Measured } from './measure.ts'

await connectDatabase(config.databaseUrl!)
process.send!({ port: 0 })

process.on('message', async ({ name }: { name: string }) => {
  const { benchmark }: { benchmark: () => Promise<Measured[]> } = await import(`../${name}.ts`)
  process.send!(await benchmark())
})
