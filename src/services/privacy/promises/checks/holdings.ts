import { sql } from '../../../../lib/sql.ts'
import { Session, SignIn, UsageEvent, User } from '../../../../models/index.ts'
import { dataMap } from '../../../../privacy/data-map.ts'
import { driftFromSchema } from '../../../../privacy/drift.ts'
import { type PeopleTable, personalColumns, tableOf } from '../../../../privacy/table.ts'
import { broken, type Check, count, kept, watched } from './check.ts'
import { overdue } from './overdue.ts'

const ACCOUNT = ['name', 'email', 'passwordDigest', 'bio', 'skills', 'links', 'role']

/** P01: each column of an account that we name is declared, exported unless it is a secret, and has a page to edit it. */
export const accountData: Check = async () => {
  const users = tableOf(User) as PeopleTable
  const owned = personalColumns(users)
  const good = ACCOUNT.filter((name) =>
    owned.some(({ column, category, withheld }) => column === name && (!withheld || category === 'credential')),
  )
  const figure = `${good.length} of ${ACCOUNT.length} columns declared, edited at ${users.editedAt}`
  return good.length === ACCOUNT.length && users.editedAt ? kept(figure) : broken(figure)
}

/** P02: no column exists that is not declared, so that nothing can be kept without being shown, exported and erased. */
export const everythingDeclared: Check = async () => {
  const { undeclared } = await driftFromSchema()
  const declared = dataMap.flatMap(({ columns }) => Object.keys(columns))
  const columns = count(declared.length + undeclared.length, 'column')

  const figure = `${count(dataMap.length, 'table')} with ${columns}, ${undeclared.length} undeclared`
  return undeclared.length ? broken(figure) : kept(figure)
}

/** P04: no address and no count of a visit is older than it may be kept, and no session has outlived its end. */
export const technicalData: Check = async ({ now }) => {
  const { rows } = await sql<{ days: number | null }>(
    'select extract(day from $now::timestamptz - min(created_at))::int as days from sign_ins',
    { now: now.toISOString() },
  )
  const { days } = rows[0]!
  const figure = days === null ? 'no sign-in is kept' : `the oldest sign-in is ${count(days, 'day')} old`
  if (await overdue(SignIn, now)) return broken(figure)
  const counted = await overdue(UsageEvent, now)
  if (counted) return broken(`${figure}; ${count(counted, 'visit')} not yet summed up and gone`)
  const stale = await overdue(Session, now)
  return stale ? watched(`${figure}; ${count(stale, 'session')} past the end`) : kept(figure)
}
