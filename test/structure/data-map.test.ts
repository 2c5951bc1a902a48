import { expect } from 'chai'
import { columnOf, sql } from '../../src/lib/sql.ts'
import { dataMap } from '../../src/privacy/data-map.ts'

const BY_UMZUG = ['migrations.name']

describe('Every column of the migrated database', () => {
  it('is declared by a model, and every declared one is there', async () => {
    const declared = new Set(
      dataMap.flatMap((table) =>
        Object.keys(table.columns).map((column) => `${table.name}.${columnOf(table, column)}`),
      ),
    )
    const stored = await namesIn(`
      select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`)

    expect([...stored.difference(declared)], 'stored, not declared').to.deep.equal(BY_UMZUG)
    expect([...declared.difference(stored)], 'declared, not stored').to.deep.equal([])
  })

  it('that points to users is declared to name a person, and every declared one points there', async () => {
    const pointing = await namesIn(`
      select conrelid::regclass || '.' || attname as name from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass`)

    expect([...pointing.add('users.id')]).to.have.members(peopleColumns())
  })

  it('that names a person has an index, so that finding their rows costs the same in any database', async () => {
    const indexed = await namesIn(`
      select indrelid::regclass || '.' || attname as name from pg_index
      join pg_attribute on attrelid = indrelid and attnum = indkey[0] where indpred is null`)

    expect(peopleColumns().filter((column) => !indexed.has(column))).to.deep.equal([])
  })

  it('that decides when a row expires has an index, so that retention reads only what is due', async () => {
    const indexed = await namesIn(`
      select indrelid::regclass || '.' || attname as name from pg_index
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]`)
    const starts = dataMap.flatMap((table) =>
      table.retention && 'from' in table.retention ? [`${table.name}.${columnOf(table, table.retention.from)}`] : [],
    )

    expect(starts.filter((column) => !indexed.has(column))).to.deep.equal([])
  })
})

function peopleColumns() {
  return dataMap.flatMap((table) => table.people.map(({ column }) => `${table.name}.${columnOf(table, column)}`))
}

async function namesIn(query: string) {
  const { rows } = await sql<{ name: string }>(query)
  return new Set(rows.map(({ name }) => name))
}
