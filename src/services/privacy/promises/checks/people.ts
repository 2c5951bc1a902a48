import { sql } from '../../../../lib/sql.ts'
import { Ticket } from '../../../../models/index.ts'
import { routeOf } from '../../../support/route-of.ts'
import { broken, type Check, count, kept, watched } from './check.ts'

/** P38: the database itself refuses an account whose owner has not said that they are sixteen. */
export const sixteenOrOlder: Check = async () => {
  const { rows } = await sql<{ gates: number; accounts: number; young: number }>(`
    select count(*)::int as accounts, count(*) filter (where not over16)::int as young,
      (select count(*)::int from pg_constraint
       where conrelid = 'users'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'over16') as gates
    from users`)
  const { gates, accounts, young } = rows[0]!
  if (!gates || young) return broken(`${count(young, 'account')} without the word of its owner`)
  return watched(`${count(accounts, 'account')}, each past the gate; a form for guardians is still to come`)
}

/** P40: every ticket about privacy is in the queue of those who answer for it. */
export const privacyTickets: Check = async ({ now }) => {
  const all = await Ticket.findAll({ attributes: ['category', 'subject', 'queue'], raw: true })
  const tickets = all.filter(({ category, subject }) => routeOf(category, subject, now).queue === 'privacy')
  const astray = tickets.filter(({ queue }) => queue !== 'privacy').length
  const figure = `${count(tickets.length, 'ticket')}, ${astray} astray`
  return astray ? broken(figure) : kept(figure)
}
