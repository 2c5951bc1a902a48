import { schedule } from '../jobs/schedule.ts'
import { JobRun } from '../models/index.ts'
import { run } from './run.ts'

/** npm run jobs: every job, when it runs, and how its last turn went. */
await run(async () => {
  for (const { name, at } of schedule) {
    const last = await JobRun.findOne({ where: { job: name, dryRun: false }, order: [['startedAt', 'desc']] })
    const words = last ? `${last.startedAt.toISOString()} ${last.outcome ?? 'under way'}` : 'never'
    console.log(`${name.padEnd(22)}${at.padEnd(16)}${words}`)
  }
})
