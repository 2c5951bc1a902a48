import pg from 'pg'
import { pool } from '../../../db/pool.ts'
import { columnOf, quoted } from '../../../lib/sql.ts'
import type { PeopleTable, Table } from '../../../privacy/table.ts'
import { subjectsIn, writtenOf } from './visible.ts'

export type Row = Record<string, unknown>

const BATCH = 1000

/** An instant goes from PostgreSQL's words into ISO 8601 as it is, to the microsecond; a Date would cost more and keep less. */
const types = {
  getTypeParser: ((type: number, format?: 'text') =>
    type === pg.types.builtins.TIMESTAMPTZ
      ? (written: string) => `${written.slice(0, 10)}T${written.slice(11, -3)}Z`
      : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
}

/** Another process is at the same work; the queue tries again later. */
export class Busy extends Error {}

/**
 * The database as it was at one moment, for as long as it takes to read a person out of it: one transaction that can
 * only read, and a cursor at a time, so that neither what is written meanwhile nor the size of it makes a difference.
 */
export class Snapshot implements AsyncDisposable {
  private readonly client: pg.PoolClient
  private readonly person: string

  private constructor(client: pg.PoolClient, person: string) {
    this.client = client
    this.person = person
  }

  /** Throws Busy while another one with this id is open, in whatever process. */
  static async of(person: string, id: string) {
    const snapshot = new Snapshot(await pool.connect(), person)
    try {
      await snapshot.client.query('begin isolation level repeatable read read only')
      await snapshot.client.query(`set local time zone 'UTC'; set local work_mem = '64MB'`)
      await snapshot.claim(id)
      return snapshot
    } catch (error) {
      await snapshot[Symbol.asyncDispose]()
      throw error
    }
  }

  /** How many rows of a table are about the person; of a row in which they are twice, both count. */
  async count(table: PeopleTable): Promise<number> {
    const counts = subjectsIn(table).map(
      ({ column }) => `(select count(*) from ${quoted(table.name)} where ${quoted(columnOf(table, column))} = $1)`,
    )
    const { rows } = await this.client.query(`select ${counts.join(' + ')} as count`, [this.person])
    return Number(rows[0].count)
  }

  /** Every row about the person, with what they may take of it, in batches and in the order in which rows were made. */
  async *rows(table: PeopleTable): AsyncGenerator<Row[]> {
    for (const subject of subjectsIn(table)) {
      const columns = writtenOf(subject, table).map((name) => `t.${quoted(columnOf(table, name))} as ${quoted(name)}`)
      const object = table.objects ? [`t.${quoted(columnOf(table, table.objects))} as "objectKey"`] : []
      const parent = parentOf(table)
      const selected = [`'${subject.role}' as you`, ...columns, ...object, ...parent.column].join(', ')
      const where = `t.${quoted(columnOf(table, subject.column))} = $1`

      const from = `from ${quoted(table.name)} as t ${parent.join} where ${where} order by ${parent.order}${keyOf(table)}`
      yield* this.batches(`select ${selected} ${from}`)
    }
  }

  /** Who was told what about the person, and how often. */
  async told() {
    const { rows } = await this.client.query<Row>(
      `select processor, purpose, fields, count(*)::int as times, max(created_at) as "lastAt"
       from disclosures where user_id = $1 group by processor, purpose, fields order by "lastAt" desc limit 1000`,
      [this.person],
    )
    return rows
  }

  /** The next batch is on its way while the last one is worked on. */
  private async *batches(query: string): AsyncGenerator<Row[]> {
    await this.client.query(`declare batch no scroll cursor for ${query}`, [this.person])
    const fetch = () => this.client.query<Row>({ text: `fetch ${BATCH} from batch`, types })

    let next = fetch()
    for (let { rows } = await next; rows.length > 0; { rows } = await next) {
      next = fetch()
      next.catch(() => {})
      yield rows
    }
    await this.client.query('close batch')
  }

  private async claim(id: string) {
    const { rows } = await this.client.query('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine', [id])
    if (!rows[0].mine) throw new Busy('This export is being packed already.')
  }

  async [Symbol.asyncDispose]() {
    const failed = await this.client.query('rollback').then(
      () => undefined,
      (error: Error) => error,
    )
    this.client.release(failed)
  }
}

/** What a row is part of, and in whose order it is read. */
function parentOf(table: PeopleTable) {
  const { partOf } = table
  if (!partOf) return { column: [], join: '', order: '' }

  const name = quoted(partOf.named)
  const join = `left join ${quoted(partOf.table)} as p on p.id = t.${quoted(columnOf(table, partOf.by))}`
  return { column: [`p.${name} as "partOf"`], join, order: `t.${quoted(columnOf(table, partOf.by))}, ` }
}

function keyOf(table: Table) {
  return `t.${quoted(columnOf(table, table.model.primaryKeyAttribute))}`
}
