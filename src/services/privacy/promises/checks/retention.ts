import { sql } from '../../../../lib/sql.ts'
import { timeInWords } from '../../../../lib/times.ts'
import { Ticket, User } from '../../../../models/index.ts'
import { tableOf } from '../../../../privacy/table.ts'
import type { Expiring } from '../../retention/expiry.ts'
import { isHeld } from '../../whose.ts'
import { broken, type Check, count, kept } from './check.ts'
import { overdue } from './overdue.ts'

/** P27: no period is set for an account, so no job may ever end one. */
export const activeAccountsStay: Check = async () => {
  const { retention } = tableOf(User)
  const { rows } = await sql<{ accounts: number }>(
    'select count(*)::int as accounts from users where erasure_due_at is null',
  )
  const figure = `${count(rows[0]!.accounts, 'active account')}, no period set for any`
  return 'asLongAs' in retention! ? kept(figure) : broken('a period is set for accounts')
}

/** P30: no settled ticket is older than the three years it may be kept, but for those that a legal hold keeps. */
export const ticketsExpire: Check = async ({ now }) => {
  const late = await overdue(Ticket, now)
  const table = tableOf(Ticket) as Expiring
  const { keep } = table.retention
  if (late) return broken(`${count(late, 'ticket')} past ${keep}`)

  const { rows } = await sql<{ next: Date | null }>(
    `select min(resolved_at) + interval '${keep}' as next from tickets as t where not ${isHeld(table)}`,
  )
  const { next } = rows[0]!
  return kept(next ? `the next one goes on ${timeInWords(next, 'UTC', 'day')}` : 'no settled ticket is kept')
}
