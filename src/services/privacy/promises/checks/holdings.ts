import { columnOf, sql } from '../../../../lib/sql.ts'
import { dataMap, tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { broken, type Check, count, kept, watched } from './check.ts'

const ACCOUNT = ['name', 'email', 'passwordDigest', 'bio', 'skills', 'links', 'role']

/** P01: each column of an account that we name is declared, exported unless it is a secret, and has a page to edit it. */
export const accountData: Check = async () => {
  const users = tablesAboutPeople.find(({ name }) => name === 'users')!
  const owned = users.people.flatMap(({ owns }) => owns)
  const good = ACCOUNT.filter((name) =>
    owned.some(({ column, category, withheld }) => column === name && (!withheld || category === 'credential')),
  )
  const figure = `${good.length} of ${ACCOUNT.length} columns declared, edited at ${users.editedAt}`
  return good.length === ACCOUNT.length && users.editedAt ? kept(figure) : broken(figure)
}

/** P02: no column exists that is not declared, so that nothing can be kept without being shown, exported and erased. */
export const everythingDeclared: Check = async () => {
  const declared = new Set(
    dataMap.flatMap((table) => Object.keys(table.columns).map((column) => `${table.name}.${columnOf(table, column)}`)),
  )
  const { rows } = await sql<{ name: string }>(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name <> 'migrations'`)
  const unknown = rows.filter(({ name }) => !declared.has(name))

  const figure = `${count(dataMap.length, 'table')} with ${count(rows.length, 'column')}, ${unknown.length} undeclared`
  return unknown.length ? broken(figure) : kept(figure)
}

const MOST_DAYS = 90

/** P04: no address is older than the days it is kept for, and no session has outlived its end by more than one. */
export const technicalData: Check = async ({ now }) => {
  const { rows } = await sql<{ days: number | null; stale: number }>(
    `select extract(day from $now::timestamptz - min(created_at))::int as days,
       (select count(*)::int from sessions where expire < $now::timestamptz - interval '2 days') as stale
     from sign_ins`,
    { now: now.toISOString() },
  )
  const { days, stale } = rows[0]!
  const figure = days === null ? 'no sign-in is kept' : `the oldest sign-in is ${count(days, 'day')} old`
  if ((days ?? 0) > MOST_DAYS + 1) return broken(figure)
  return stale ? watched(`${figure}; ${count(stale, 'session')} past the end`) : kept(figure)
}
