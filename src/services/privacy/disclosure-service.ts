import type { Attributes, Model } from 'sequelize'
import { columnOf } from '../../lib/sql.ts'
import { Disclosure } from '../../models/index.ts'
import type { Column, Person, Personal, Plain } from '../../privacy/columns.ts'
import type { For, Processor } from '../../privacy/processors.ts'
import { tables } from '../../privacy/table.ts'

/** Somebody wrote code that would tell a company what no column says it may see. Names the column, never a value. */
export class UndeclaredDisclosure extends Error {
  constructor(column: string, processor: Processor) {
    super(`${column} is not declared to be seen by ${processor}`)
    this.name = 'UndeclaredDisclosure'
  }
}

type Picked<Values> = { row: Model<object>; names: (keyof Values & string)[]; values: Values }
type AnyPick = { row: Model<object>; names: string[]; values: object }
type Handed<P extends Processor, Values> = { [Name in keyof Values]: For<P, Values[Name]> }
type AllHanded<P extends Processor, Picks extends unknown[]> = {
  [Index in keyof Picks]: Picks[Index] extends Picked<infer Values> ? Handed<P, Values> : never
}

/** The columns of a row that somebody needs to see. */
export function pick<M extends Model, Name extends keyof Attributes<M> & string>(row: M, ...names: Name[]) {
  const values = Object.fromEntries(names.map((name) => [name, row.get(name)]))
  return { row, names, values } as unknown as Picked<Pick<Attributes<M>, Name>>
}

/**
 * The only way out for what we know about people (P06, P10–P14): gateways take nothing but what this answers. Hands over
 * the picked columns, pick by pick, and records for the person which of them a company got and what for, without the
 * values. Throws UndeclaredDisclosure, and hands over nothing, where a column does not name the company.
 */
export async function disclose<P extends Processor, Picks extends AnyPick[]>(
  processor: P,
  purpose: string,
  userId: string | null,
  ...picks: Picks
) {
  const fields = picks.flatMap(({ row, names }) =>
    names.map((name) => ({ row, name, is: declared(row, name, processor) })),
  )
  const told = fields.filter(({ row, name }) => row.get(name) !== null).map(({ is }) => is)
  await Disclosure.create({ userId, processor, purpose, fields: told })
  return picks.map(({ values }) => values) as AllHanded<P, Picks>
}

/** A sentence made of what has passed the gate, and of nothing else about anyone. */
export function sentence<P extends Processor>(_to: P, words: string) {
  return words as For<P, string>
}

/** What the column is called in the record, if the company may see it. */
function declared(row: Model<object>, name: string, processor: Processor) {
  const table = tables.find(({ model }) => row instanceof model)!
  const column = `${table.name}.${columnOf(table, name)}`
  const { privacy } = (table.columns as Record<string, Column<Plain | Person | Personal>>)[name]!
  if (privacy.is !== 'personal' || !privacy.seenBy?.includes(processor))
    throw new UndeclaredDisclosure(column, processor)
  return column
}
