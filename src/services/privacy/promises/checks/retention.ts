import { sql } from '../../../../lib/sql.ts'
import { timeInWords } from '../../../../lib/times.ts'
import { tablesAboutPeople } from '../../../../privacy/data-map.ts'
import { broken, type Check, count, kept } from './check.ts'

/** P27: no period is set for an account, so no job may ever end one. */
export const activeAccountsStay: Check = async () => {
  const { retention } = tablesAboutPeople.find(({ name }) => name === 'users')!
  const { rows } = await sql<{ accounts: number }>(
    'select count(*)::int as accounts from users where erasure_due_at is null',
  )
  const figure = `${count(rows[0]!.accounts, 'active account')}, no period set for any`
  return 'asLongAs' in retention ? kept(figure) : broken('a period is set for accounts')
}

type Settled = { overdue: number; oldest: Date | null }

/** P30: no settled ticket is older than three years, but for those that a legal hold keeps. */
export const ticketsExpire: Check = async ({ now }) => {
  const { rows } = await sql<Settled>(
    `select count(*) filter (where resolved_at < $now::timestamptz - interval '3 years 1 day')::int as overdue,
       min(resolved_at) + interval '3 years' as oldest
     from tickets where not exists (
       select from legal_holds where table_name = 'tickets' and record_id = tickets.id and released_at is null)`,
    { now: now.toISOString() },
  )
  const { overdue, oldest } = rows[0]!
  if (overdue) return broken(`${count(overdue, 'ticket')} past three years`)
  return kept(oldest ? `the next one goes on ${timeInWords(oldest, 'UTC', 'day')}` : 'no settled ticket is kept')
}
