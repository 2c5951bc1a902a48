import { Op } from 'sequelize'
import type { Turn } from '../../jobs/turn.ts'
import { sql } from '../../lib/sql.ts'
import { Alarm } from '../../models/index.ts'

type Waiting = { detail: string; passed: boolean }

const kindOf = ({ passed }: Waiting) => (passed ? 'deadline passed' : 'deadline near')

/**
 * Rings for what is past its date, and for requests about rights on their 20th and 27th day (P20). What has been answered
 * meanwhile falls silent by itself.
 */
export async function watchDeadlines({ now, dryRun }: Turn) {
  const { rows } = await sql<Waiting>(waiting, { now: now.toISOString() })

  if (!dryRun) {
    for (const row of rows) await Alarm.ring(kindOf(row), row.detail)
    const settled = {
      kind: ['deadline near', 'deadline passed'],
      detail: { [Op.notIn]: rows.map(({ detail }) => detail) },
    }
    await Alarm.update({ resolvedAt: now }, { where: { ...settled, resolvedAt: null } })
  }
  return { near: rows.filter(({ passed }) => !passed).length, passed: rows.filter(({ passed }) => passed).length }
}

const waiting = `
  with requests as (
    select 'ticket' as kind, id, created_at, due_at from tickets
      where status = 'open' and (queue = 'privacy' or due_at < $now)
    union all
    select 'export', id, created_at, due_at from exports where status in ('waiting', 'packing', 'failed')
  ), days as (
    select *, due_at < $now as passed, $now::timestamptz - created_at as age from requests
  )
  select kind || ' ' || id || case
      when passed then ', too late'
      when age >= interval '27 days' then ', day 27'
      else ', day 20' end as detail, passed
    from days where passed or age >= interval '20 days'`
