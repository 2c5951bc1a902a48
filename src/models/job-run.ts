import { type CreationOptional, DataTypes, UniqueConstraintError } from 'sequelize'
import { key, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** One turn of a job. The row is both its lock, among however many processes, and its history. */
export class JobRun extends Row<JobRun> {
  declare id: CreationOptional<string>
  declare job: string
  declare scheduledFor: Date
  declare dryRun: CreationOptional<boolean>
  declare startedAt: CreationOptional<Date>
  declare finishedAt: CreationOptional<Date | null>
  declare outcome: CreationOptional<'done' | 'failed' | null>
  declare detail: CreationOptional<Record<string, unknown> | null>

  /** The turn, if nobody else has taken it. */
  static async claim(job: string, scheduledFor: Date, dryRun = false) {
    try {
      return await JobRun.create({ job, scheduledFor, dryRun })
    } catch (error) {
      if (error instanceof UniqueConstraintError) return null
      throw error
    }
  }

  /** So many turns of each of these jobs, the newest first. */
  static async lastOfEach(jobs: string[], count: number): Promise<JobRun[]> {
    const [rows] = await JobRun.sequelize!.query(
      `select run.id from unnest($jobs::text[]) name, lateral (
         select id from job_runs where job = name order by started_at desc limit $count) run`,
      { bind: { jobs, count } },
    )
    const ids = (rows as { id: string }[]).map(({ id }) => id)
    return JobRun.findAll({ where: { id: ids }, order: [['startedAt', 'desc']] })
  }

  finish(detail: Record<string, unknown>) {
    return this.update({ outcome: 'done', detail, finishedAt: new Date() })
  }

  /** Keeps the kind of error only: its message may quote what somebody wrote. */
  fail(error: unknown) {
    const kind = error instanceof Error ? error.name : 'Error'
    return this.update({ outcome: 'failed', detail: { error: kind }, finishedAt: new Date() })
  }
}

table(JobRun, 'job_runs', {
  purpose: 'To run each job once, and to show when it last ran',
  retention: { keep: '1 year', from: 'startedAt', because: 'older turns explain nothing' },
  columns: {
    id: plain(DataTypes.UUID, key),
    job: plain(DataTypes.TEXT),
    scheduledFor: plain(DataTypes.DATE),
    dryRun: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    startedAt: plain(DataTypes.DATE, today),
    finishedAt: plain(DataTypes.DATE),
    outcome: plain(DataTypes.TEXT),
    detail: plain(DataTypes.JSONB),
  },
})
