import pg from 'pg'
import { pool } from '../../../db/pool.ts'
import { columnIn, quoted } from '../../../lib/sql.ts'
import { type PeopleTable, subjects, type Table } from '../../../privacy/table.ts'
import { isKnownAs, isKnownTo } from '../whose.ts'
import { writtenOf } from './visible.ts'

export type Row = Record<string, unknown>

const BATCH = 2000

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
      await snapshot.client.query(`set local time zone 'UTC'`)
      await snapshot.claim(id)
      return snapshot
    } catch (error) {
      await snapshot[Symbol.asyncDispose]()
      throw error
    }
  }

  /** How many rows of a table are about the person; of a row in which they are twice, both count. */
  async count(table: PeopleTable): Promise<number> {
    const counts = subjects(table).map(
      (subject) => `(select count(*) from ${quoted(table.name)} where ${isKnownAs(subject, table, '$1')})`,
    )
    const { rows } = await this.client.query(`select ${counts.join(' + ')} as count`, [this.person])
    return Number(rows[0].count)
  }

  /** What the rows of a table are part of, by id and name: a file for each. */
  async groups(table: PeopleTable) {
    const { by, named, table: parent } = table.partOf!
    const column = columnIn(table, by)
    const { rows } = await this.client.query<{ id: string; name: string }>(
      `select id, ${quoted(named)} as name from ${quoted(parent)}
       where id in (select ${column} from ${quoted(table.name)} where ${isKnownTo(table, '$1')}) order by id`,
      [this.person],
    )
    return rows
  }

  /** Every row about the person, or those of one group, with what they may take of it, in the order in which rows were made. */
  async *rows(table: PeopleTable, group?: string): AsyncGenerator<Row[]> {
    for (const subject of subjects(table)) {
      const columns = writtenOf(subject, table).map((name) => `t.${columnIn(table, name)} as ${quoted(name)}`)
      const object = table.objects?.exported
        ? [`t.${columnIn(table, table.objects.key)} as "objectKey"`, folderOf(table)]
        : []
      const order = group ? `t.${columnIn(table, 'createdAt')}, ` : ''
      const within = group ? `t.${columnIn(table, table.partOf!.by)} = $2 and ` : ''
      yield* this.batches(
        `select ${[`'${subject.role}' as you`, ...columns, ...object].join(', ')} from ${quoted(table.name)} as t
         where ${within}${isKnownAs(subject, table, '$1')} order by ${order}${keyOf(table)}`,
        group ? [this.person, group] : [this.person],
      )
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

  /** The next batch is on its way while the last one is worked on; what needs no answer is not waited for. */
  private async *batches(query: string, bind: string[]): AsyncGenerator<Row[]> {
    const fetch = () => this.client.query<Row>({ text: `fetch ${BATCH} from batch`, types })
    const declared = this.client.query(`declare batch no scroll cursor for ${query}`, bind)

    let next: Promise<pg.QueryResult<Row>> | undefined = declared.then(fetch)
    while (next) {
      const { rows }: pg.QueryResult<Row> = await next
      next = rows.length === BATCH ? fetch() : undefined
      next?.catch(() => {})
      if (!next) this.client.query('close batch').catch(() => {})
      if (rows.length > 0) yield rows
    }
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

/** The name of what an uploaded file is part of. */
function folderOf({ partOf, ...table }: PeopleTable) {
  if (!partOf) return 'null as "partOf"'
  const by = `t.${columnIn(table, partOf.by)}`
  return `(select ${quoted(partOf.named)} from ${quoted(partOf.table)} as p where p.id = ${by}) as "partOf"`
}

function keyOf(table: Table) {
  return `t.${columnIn(table, table.model.primaryKeyAttribute)}`
}
