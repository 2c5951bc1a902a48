import cron from 'node-cron'
import { reportError } from '../lib/report-error.ts'
import { Alarm, JobRun } from '../models/index.ts'
import { type Job, schedule } from './schedule.ts'
import type { Turn } from './turn.ts'

/** Wakes every job at its time, until the function it answers is called; that waits for those under way. */
export function startJobs() {
  const underWay = new Set<Promise<unknown>>()
  const tasks = schedule.map((job) => {
    const options = { name: job.name, timezone: 'UTC', noOverlap: true }
    return cron.schedule(
      job.at,
      async ({ date }) => {
        const turn = runJob(job, date)
        underWay.add(turn)
        await turn.finally(() => underWay.delete(turn))
      },
      options,
    )
  })

  return async () => {
    await Promise.all(tasks.map((task) => task.stop()))
    await Promise.all(underWay)
  }
}

/** Runs one turn of a job, once, however many processes were woken for it; null when another one has it. */
export async function runJob(job: Job, scheduledFor: Date, turn: Partial<Turn> = {}) {
  const run = await JobRun.claim(job.name, scheduledFor, turn.dryRun)
  if (!run) return null

  try {
    return await run.finish(await job.run({ now: scheduledFor, dryRun: false, confirmed: false, ...turn }))
  } catch (error) {
    reportError(error, { job: job.name })
    await Alarm.ring('job failed', job.name)
    return run.fail(error)
  }
}
