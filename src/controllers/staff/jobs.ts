import type { Request, Response } from 'express'
import { schedule } from '../../jobs/schedule.ts'
import { cronInWords } from '../../lib/cron-in-words.ts'
import { Alarm, JobRun } from '../../models/index.ts'
import { words } from '../../privacy/in-words.ts'

const RUNS_SHOWN = 5

/** Every job with its last turns, those whose last one failed first. */
export async function index(_req: Request, res: Response) {
  const names = schedule.map(({ name }) => name)
  const [runs, alarms] = await Promise.all([JobRun.lastOfEach(names, RUNS_SHOWN), Alarm.open()])
  const jobs = schedule.map(({ name, at }) => ({
    name,
    at: cronInWords(at),
    runs: runs.filter(({ job }) => job === name),
  }))
  const failedFirst = jobs.toSorted((one, other) => rank(one.runs[0]) - rank(other.runs[0]))

  res.renderPage('staff/jobs/index', { jobs: failedFirst, alarms, inWords: words })
}

function rank(last?: JobRun) {
  return last?.outcome === 'failed' ? 0 : 1
}
