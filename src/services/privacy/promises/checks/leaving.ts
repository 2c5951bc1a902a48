import { sql } from '../../../../lib/sql.ts'
import { User } from '../../../../models/index.ts'
import { tableOf } from '../../../../privacy/table.ts'
import { hasHold } from '../../whose.ts'
import { broken, type Check, count, kept, watched } from './check.ts'

type Row = Record<'overdue' | 'failed' | 'findings' | 'erased' | 'unverified' | 'late' | 'slowest', number>

/** P24: whoever is due is gone, and each erasure has been read back. */
export const accountsErased: Check = async ({ now }) => {
  const { overdue, failed, findings, erased, unverified } = await erasures(now)
  if (overdue || failed) return broken(`${count(overdue, 'account')} overdue, ${count(failed, 'erasure')} failed`)
  if (findings) return broken(`${count(findings, 'erasure')} left something behind`)
  if (unverified) return watched(`${count(unverified, 'erasure')} not read back yet`)
  return kept(`${count(erased, 'erasure')}, nothing left behind`)
}

/** P28: nobody waited longer than thirty days, and nobody is about to. */
export const goneInTime: Check = async ({ now }) => {
  const { late, erased, slowest } = await erasures(now)
  if (late) return broken(`${count(late, 'person', 'people')} waited longer than 30 days`)
  return kept(erased ? `the longest wait was ${count(slowest, 'day')}` : 'nobody has waited')
}

/** A hold by law stops the clock, and what fell due after last night's job has until tonight. */
async function erasures(now: Date) {
  const { rows } = await sql<Row>(
    `with leavers as (
       select * from users as t where erasure_asked_at is not null and not ${hasHold(tableOf(User))})
     select
       (select count(*)::int from leavers where erasure_due_at < $now::timestamptz - interval '1 day') as overdue,
       (select count(*)::int from leavers where erasure_asked_at < $now::timestamptz - interval '30 days')
         + count(*) filter (where erased_at - asked_at > interval '30 days')::int as late,
       count(*) filter (where status = 'failed')::int as failed,
       count(*) filter (where status = 'findings')::int as findings,
       count(*) filter (where status in ('erased', 'verified'))::int as erased,
       count(*) filter (where status = 'erased' and erased_at < $now::timestamptz - interval '1 day')::int as unverified,
       coalesce(max(extract(day from erased_at - asked_at)), 0)::int as slowest
     from erasures`,
    { now: now.toISOString() },
  )
  return rows[0]!
}
