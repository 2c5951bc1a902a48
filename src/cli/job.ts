import { parseArgs } from 'node:util'
import { CannotStart } from '../errors.ts'
import { drainQueue } from '../jobs/queue.ts'
import { runJob } from '../jobs/runner.ts'
import { schedule } from '../jobs/schedule.ts'
import { run } from './run.ts'

/** npm run job -- NAME [--now ISO] [--dry-run] [--confirm]: one turn of a job, with all that follows from it. */
await run(async () => {
  const { name, ...turn } = read()
  const job = schedule.find((job) => job.name === name)
  if (!job)
    throw new CannotStart(`There is no job "${name}". There are: ${schedule.map(({ name }) => name).join(', ')}.`)

  const done = await runJob(job, new Date(), turn)
  if (!turn.dryRun) await drainQueue()
  console.log(JSON.stringify({ job: name, outcome: done?.outcome, ...done?.detail }))
  if (done?.outcome === 'failed') process.exitCode = 1
})

function read() {
  const { positionals, values } = parsed()
  if (positionals.length !== 1) throw new CannotStart('Say which job, as in: npm run job -- erase-due-accounts')

  const now = values.now === undefined ? new Date() : new Date(values.now)
  if (Number.isNaN(now.getTime())) throw new CannotStart(`"${values.now}" is no time, as 2026-11-23T12:00:00Z is.`)
  return { name: positionals[0]!, now, dryRun: values['dry-run'], confirmed: values.confirm }
}

function parsed() {
  const flag = { type: 'boolean', default: false } as const
  const options = { now: { type: 'string' }, 'dry-run': flag, confirm: flag } as const
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new CannotStart((error as Error).message)
  }
}
