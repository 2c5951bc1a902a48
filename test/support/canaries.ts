import type { AbstractDataType } from 'sequelize'
import { sequelize } from '../../src/db/sequelize.ts'
import { columnOf, quoted, sql } from '../../src/lib/sql.ts'
import { tablesAboutPeople } from '../../src/privacy/data-map.ts'
import { outcomeOf, type PeopleTable, type PersonalColumn, subjects } from '../../src/privacy/table.ts'
import { createUser } from './factories.ts'
import { factories } from './factories-by-table.ts'

export const alice = '0a11ce00-0000-4000-8000-000000000000'
export const bob = '0b0b0b00-0000-4000-8000-000000000000'
export const charlie = '0c4a0000-0000-4000-8000-000000000000'

let sequence = 0

/** A value found nowhere else, and a text of it that reads the same in PostgreSQL, JSON and CSV. */
export type Canary = {
  text: string
  value: unknown
  owner: string
  column: PersonalColumn
  where: string
  sharedWithOther: boolean
  survives: boolean
  /** Stands in a row that goes when the other person in it leaves. */
  goesWithOther: boolean
}

/** What the schema lets a column hold: anything that begins like this, or only one of a few values. */
type Limits = Map<string, { beginning: string } | 'closed'>

/** Writes rows about Alice and Bob into every table about people, with a canary in every personal column that can hold one. */
export async function releaseCanaries() {
  const canaries: Canary[] = []
  const limits = await limitsOfColumns()
  await createUser({ id: charlie, name: 'Charlie', role: 'support' })

  await sequelize.transaction(async () => {
    await sql('set constraints all deferred')
    for (const table of tablesAboutPeople) {
      for (const people of [
        [alice, bob],
        [bob, alice],
      ]) {
        const row = canariesFor(table, people, limits)
        const owners = subjects(table).map(({ column }, i) => [column, people[i]])
        const onDuty = table.people.filter((person) => person.onDuty).map(({ column }) => [column, charlie])
        const values = row.map(({ column, value }) => [column.column, value])
        await factories[table.name]!({ ...sideOf(table), ...Object.fromEntries([...owners, ...onDuty, ...values]) })
        canaries.push(...row)
      }
    }
  })
  return canaries
}

/** Every column of the database, the queue's too, each as one long text. */
export async function everythingStored() {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  )
  const stored: { where: string; text: string }[] = []
  for (const { schema, table, column } of columns) {
    const { rows } = await sql(`select ${quoted(column)}::text as value from ${quoted(schema)}.${quoted(table)}`)
    stored.push({ where: `${table}.${column}`, text: JSON.stringify(rows) })
  }
  return stored
}

/** A reply that names who of our staff wrote it has to be one of theirs. */
function sideOf({ columns }: PeopleTable) {
  return 'side' in columns && 'staffId' in columns ? { side: 'staff' } : {}
}

function canariesFor(table: PeopleTable, people: string[], limits: Limits): Canary[] {
  const owned = subjects(table).flatMap(({ owns }, i) => owns.map((column) => ({ column, owner: people[i]! })))

  return owned.flatMap(({ column, owner }) => {
    const where = `${table.name}.${columnOf(table, column.column)}`
    const limit = limits.get(where) ?? { beginning: '' }
    if (limit === 'closed') return []

    const { type } = table.model.getAttributes()[column.column]!
    const canary = canaryFor((type as AbstractDataType).key, column, limit.beginning, ++sequence)
    const sharedWithOther = subjects(table).some(
      ({ role }) => role !== column.of && column.seenBy?.includes(role) && !table.hiddenUntil?.[role],
    )
    const staysInRow = column.onErasure?.is === 'kept' || column.onErasure?.is === 'scrubbed'
    const survives = outcomeOf(table, column.of) === 'anonymised' && staysInRow
    const others = subjects(table).filter(({ role }) => role !== column.of)
    const goesWithOther = others.some(({ role }) => outcomeOf(table, role) !== 'anonymised')
    return canary ? [{ ...canary, owner, column, where, sharedWithOther, survives, goesWithOther }] : []
  })
}

function canaryFor(type: string, { onErasure }: PersonalColumn, beginning: string, n: number) {
  const text = `canary${String(n).padStart(4, '0')}`
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, n, 123))

  switch (type) {
    case 'TEXT':
    case 'CITEXT':
      return { text, value: onErasure?.is === 'scrubbed' ? `${text} mentions ${alice}` : `${beginning}${text}` }
    case 'ARRAY':
      return { text, value: [text] }
    case 'JSONB':
      return { text, value: { text } }
    case 'INTEGER':
      return { text: String(700_000_000 + n), value: 700_000_000 + n }
    case 'MULTIRANGE':
      return { text: String(700_000_000 + n), value: `{[${700_000_000 + n},${700_000_001 + n})}` }
    case 'DATE':
      return { text: time.toISOString().slice(11, 23), value: time }
    case 'UUID':
      return same(`ca4a0000-0000-4000-8000-${String(n).padStart(12, '0')}`)
    case 'INET':
      return same(`10.${100 + Math.floor(n / 100)}.${100 + (n % 100)}.177`)
    case 'BOOLEAN':
      return undefined // has too few values for one to be told apart
    default:
      throw new Error(`Teach the canaries about ${type}`)
  }
}

const same = (text: string) => ({ text, value: text })

/**
 * Reads the CHECKs: one about a length or a beginning leaves room for a canary, any other lists what may stand there, or
 * binds a number to another.
 */
async function limitsOfColumns(): Promise<Limits> {
  const { rows } = await sql<{ where: string; rule: string }>(`
    select conrelid::regclass || '.' || attname as where, pg_get_constraintdef(pg_constraint.oid) as rule
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'c' and (cardinality(conkey) = 1 or atttypid = 'int4'::regtype) and connamespace = 'public'::regnamespace`)

  return new Map(
    rows.map(({ where, rule }) => {
      const beginning = /~~ '(.*)%'/.exec(rule)?.[1]
      const isOpen = beginning !== undefined || /length\(|cardinality\(/.test(rule)
      return [where, isOpen ? { beginning: beginning ?? '' } : 'closed']
    }),
  )
}
