import { expect } from 'chai'
import { columnOf, sql } from '../../src/lib/sql.ts'
import { dataMap } from '../../src/privacy/data-map.ts'
import { driftFromSchema } from '../../src/privacy/drift.ts'

describe('Every column of the migrated database', () => {
  it('is declared by a model, and every declared one is there', async () => {
    const { undeclared, missing } = await driftFromSchema()

    expect(undeclared, 'stored, not declared').to.deep.equal([])
    expect(missing, 'declared, not stored').to.deep.equal([])
  })

  it('that points to users is declared to name a person, and every declared one points there', async () => {
    const pointing = await namesIn(`
      select conrelid::regclass || '.' || attname as name from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass`)

    expect([...pointing.add('users.id')]).to.have.members(peopleColumns())
  })

  it('that points to users can wait for the end of a transaction, so that an erasure takes rows in any order (P24)', async () => {
    const impatient = await namesIn(`
      select conrelid::regclass || '.' || attname as name from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass and not condeferrable`)

    expect([...impatient]).to.deep.equal([])
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

  it('that names an object in file storage is declared to, so that the object goes and is backed up with its row', async () => {
    const watched = await namesIn(
      `select tgrelid::regclass || '.storage_key' as name from pg_trigger where tgname = 'remove_object'`,
    )
    const declared = dataMap.flatMap((table) =>
      table.objects ? [`${table.name}.${columnOf(table, table.objects.key)}`] : [],
    )

    expect(declared).to.have.members([...watched])
  })
})

function peopleColumns() {
  return dataMap.flatMap((table) => table.people.map(({ column }) => `${table.name}.${columnOf(table, column)}`))
}

async function namesIn(query: string) {
  const { rows } = await sql<{ name: string }>(query)
  return new Set(rows.map(({ name }) => name))
}
