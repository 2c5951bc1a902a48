import pg from 'pg'
import type { Attributes, Model, ModelStatic } from 'sequelize'
import { pool } from '../db/pool.ts'
import { connectionTogether } from '../db/together.ts'
import { columnIn } from './sql.ts'

let prepared = 0

/**
 * A statement that a busy page sends each time it is looked at: PostgreSQL plans it once a connection, which took longer
 * than to run it. Its text is fixed: what varies is bound by name, as in sql(), and like that it joins a transaction.
 */
export function prepare<Row>(statement: string) {
  const names: string[] = []
  const text = statement.replace(/\$([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  const name = `prepared-${++prepared}`

  return async (bind: Record<string, unknown>) => {
    const values = names.map((name) => bind[name])
    const { rows } = await (connectionTogether() ?? pool).query({ name, text, values, types: pg.types })
    return rows as Row[]
  }
}

/**
 * A model's share of such a statement: its columns, under an alias, and the model made of a row again. The id has to be
 * among them; where it is null there is nobody. Sequelize takes four times as long for the same rows.
 */
export function part<M extends Model>(model: ModelStatic<M>, alias: string, chosen?: (keyof Attributes<M> & string)[]) {
  const attributes = chosen ?? Object.keys(model.getAttributes())
  const keys = attributes.map((attribute) => [attribute, `${alias}.${attribute}`] as const)

  return {
    columns: keys.map(([attribute, key]) => `${alias}.${columnIn({ model }, attribute)} as "${key}"`).join(', '),

    of(row: object, more: object = {}): M | null {
      const values = row as Record<string, unknown>
      if (values[`${alias}.id`] === null) return null
      const own = Object.fromEntries(keys.map(([attribute, key]) => [attribute, values[key]]))
      return model.build({ ...own, ...more } as never, { isNewRecord: false, raw: true })
    },
  }
}
