import { config } from '../../../config.ts'
import type { Turn } from '../../../jobs/turn.ts'
import { quoted, sql } from '../../../lib/sql.ts'
import { Alarm, RateLimit } from '../../../models/index.ts'
import { hoursOf } from '../../../privacy/vocabulary.ts'
import { type Expiring, expiredRows, expiringTables } from './expiry.ts'

const fuse = 'enforce-retention: more rows are past their time than RETENTION_FUSE lets go without a word of ours'

/** How many rows of each table. */
export type Counts = Record<string, number>

/**
 * Deletes what has been kept for as long as it was declared to be (P29, P30). Parts of a row go with it, objects in file
 * storage follow it. Rows under a legal hold stay.
 */
export class RetentionService {
  private readonly batch: number
  private readonly tables: Expiring[]

  constructor({ batch = 5000, tables = expiringTables } = {}) {
    this.batch = batch
    this.tables = tables
  }

  /** Deletes nothing when more rows are due than RETENTION_FUSE allows, until one of our staff has confirmed it. */
  async enforce({ now, dryRun, confirmed }: Turn) {
    const due = await this.due(now, confirmed || dryRun ? undefined : config.retentionFuse + 1)
    if (dryRun) return { due, deleted: {} }

    const counted = this.tables.filter(({ retention }) => !retention.inCrowds)
    const rows = counted.reduce((sum, { name }) => sum + (due[name] ?? 0), 0)
    if (rows > config.retentionFuse && !confirmed) {
      await Alarm.ring('fuse blown', fuse)
      return { due, deleted: {}, fuse: 'blown' }
    }
    await Alarm.settle('fuse blown', fuse, now)
    return { due, deleted: await this.deleteExpired(now) }
  }

  /** What is past its time. To know that it is too much, counting may stop at a limit. */
  async due(now: Date, limit?: number): Promise<Counts> {
    const upTo = limit ? `limit ${limit}` : ''
    const counts = this.tables.map(
      (table) =>
        `select '${table.name}' as name, count(*)::int as rows from (select ${expiredRows(table)} ${upTo}) as expired`,
    )
    const { rows: counted } = await sql<{ name: string; rows: number }>(counts.join(' union all '), {
      now: now.toISOString(),
    })
    return Object.fromEntries(counted.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]))
  }

  async deleteExpired(now: Date): Promise<Counts> {
    const deleted: Counts = {}
    for (const table of this.tables) {
      const count = await this.deleteFrom(table, now)
      if (count > 0) deleted[table.name] = count
    }
    return deleted
  }

  /** In batches, each its own transaction, and past rows that somebody is using: they are there again tomorrow. */
  private async deleteFrom(table: Expiring, now: Date) {
    const batch = `select t.ctid ${expiredRows(table)} limit ${this.batch} for update of t skip locked`
    const statement = `delete from ${quoted(table.name)} where ctid = any(array(${batch}))`
    let total = 0
    let deleted: number

    do {
      deleted = (await sql(statement, { now: now.toISOString() })).count
      total += deleted
    } while (deleted === this.batch)
    return total
  }
}

const A_DAY = hoursOf('1 day')

/** What lives for a day or less is not kept waiting for the night: ended sessions, envelopes, and knocks at doors. */
export async function prune({ now, dryRun }: Pick<Turn, 'now' | 'dryRun'>) {
  const tables = expiringTables.filter(({ retention }) => hoursOf(retention.keep) <= A_DAY)
  const service = new RetentionService({ tables })
  if (dryRun) return { due: { ...(await service.due(now)), rate_limits: await RateLimit.due(now) }, deleted: {} }
  return { deleted: { ...(await service.deleteExpired(now)), rate_limits: await RateLimit.prune(now) } }
}
