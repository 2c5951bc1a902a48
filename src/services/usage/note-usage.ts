import type { Request } from 'express'
import { v7 } from 'uuid'
import { pool } from '../../db/pool.ts'
import { familyOf } from '../../lib/client.ts'
import { reportError } from '../../lib/report-error.ts'
import { UsageEvent } from '../../models/index.ts'

type Event = Pick<UsageEvent, 'id' | 'memberId' | 'what' | 'page' | 'arrived' | 'browser' | 'os'> & {
  lessonId: string | null
  createdAt: string
}
type Visit = Pick<Request, 'get' | 'user' | 'optedOut'>

const ENOUGH = 100
const FIVE_SECONDS = 5000
const LESSON_PAGE = '/learn/:course/:lesson'

let waiting: Event[] = []
let timer: NodeJS.Timeout | undefined
let writing: Promise<unknown> = Promise.resolve()

/**
 * Counts a page that was looked at, or a lesson begun or finished, for whoever has not said no (P25) and comes with a
 * browser we know. Costs no query: it is written with others a few seconds later. Those that wait when the process is
 * killed are lost, which a sum can bear.
 */
export function noteUsage(visit: Visit, what: UsageEvent['what'], { page = LESSON_PAGE, lessonId = null }: Where = {}) {
  if (visit.optedOut) return
  const { browser, os } = familyOf(visit)
  if (!browser) return

  const memberId = visit.user?.id ?? null
  const arrived = cameFromOutside(visit)
  waiting.push({ id: v7(), memberId, what, page, arrived, lessonId, browser, os, createdAt: new Date().toISOString() })
  if (waiting.length >= ENOUGH) void flushUsage()
  else timer ??= setTimeout(flushUsage, FIVE_SECONDS).unref()
}
type Where = { page?: string; lessonId?: string | null }

/** Writes down what waits, and comes back when all of it is written. */
export async function flushUsage() {
  clearTimeout(timer)
  timer = undefined
  const events = waiting
  waiting = []
  if (events.length > 0) writing = Promise.all([writing, write(events).catch(reportError)])
  await writing
}

/** Whoever says no is out of it at once: of what is kept raw, and of what waits (P25). */
export async function forgetUsage(memberId: string) {
  waiting = waiting.filter((event) => event.memberId !== memberId)
  await UsageEvent.destroy({ where: { memberId } })
}

/** A browser that does not say where it comes from is nobody new: five pages must not look like five people (P31). */
function cameFromOutside(visit: Visit) {
  const from = visit.get('Sec-Fetch-Site')
  return from !== undefined && from !== 'same-origin'
}

/**
 * Asks again who agrees, and holds them until it is written: who has said no or left in the meantime, also to another
 * process, has nothing added behind their back. By the pool, because what is noted inside a transaction is no part of it.
 */
function write(events: Event[]) {
  const members = events.flatMap(({ memberId }) => memberId ?? [])
  return pool.query(statement, [JSON.stringify(events), members])
}

const statement = `
  with members as (select id from users where id = any($2::uuid[]) and analytics order by id for share)
  insert into usage_events (id, member_id, what, page, arrived, lesson_id, browser, os, created_at)
  select id, "memberId", what, page, arrived, (select id from lessons where lessons.id = "lessonId"), browser, os, "createdAt"
  from jsonb_to_recordset($1) as event (id uuid, "memberId" uuid, what text, page text, arrived boolean,
    "lessonId" uuid, browser text, os text, "createdAt" timestamptz)
  where "memberId" is null or "memberId" in (select id from members)`
