import { reportError } from '../../../lib/report-error.ts'
import { sql } from '../../../lib/sql.ts'
import type { PromiseState } from '../../../models/promise-check.ts'
import { type PromiseNumber, promiseNumbers, promises } from '../../../privacy/promises.ts'
import { checks } from './checks/index.ts'

export type Standing = {
  promise: PromiseNumber
  sentence: string
  /** Not built means without a check; unchecked is one that has not run yet. */
  state: PromiseState | 'unbuilt' | 'unchecked'
  figure?: string
  checkedAt?: Date
}

const A_MINUTE = 60_000

let known: { standings: Promise<Standing[]>; at: number } | undefined
let lastRead: Standing[] | undefined

/** How each promise stood when it was last checked. Asks the database at most once a minute in a process. */
export function promiseStandings() {
  if (!known || Date.now() - known.at > A_MINUTE) {
    known = { standings: read(), at: Date.now() }
    known.standings.catch(forgetStandings)
  }
  return known.standings
}

/** For the foot of every page: what was read last, without waiting and without failing. Undefined until a check has run. */
export function promiseSummary() {
  promiseStandings().catch(reportError)
  const checkedAt = lastRead?.find((standing) => standing.checkedAt)?.checkedAt
  if (!lastRead || !checkedAt) return undefined
  return { checkedAt, ...tally(lastRead) }
}

/** How many promises are in which state. */
export function tally(standings: Standing[]) {
  const count = (state: Standing['state']) => standings.filter((standing) => standing.state === state).length
  return { kept: count('kept'), watched: count('watched'), broken: count('broken'), unbuilt: count('unbuilt') }
}

export function forgetStandings() {
  known = undefined
}

async function read() {
  const { rows } = await sql<Required<Pick<Standing, 'promise' | 'figure' | 'checkedAt'>> & { state: PromiseState }>(`
    select distinct on (promise) promise, state, figure, checked_at as "checkedAt" from promise_checks
    order by promise, checked_at desc`)
  const newest = new Map(rows.map((row) => [row.promise, row]))

  lastRead = promiseNumbers.map((promise) => {
    const unchecked = checks[promise] ? ('unchecked' as const) : ('unbuilt' as const)
    return { promise, sentence: promises[promise], state: unchecked, ...(checks[promise] && newest.get(promise)) }
  })
  return lastRead
}
