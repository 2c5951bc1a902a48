import { sql } from '../../lib/sql.ts'
import type { PromiseState } from '../../models/promise-check.ts'

/** A promise as the lattice ties it. Without any audit it is unchecked; left out by the last ones, it is unbuilt. */
export interface Knot {
  promise: string
  state: PromiseState | 'unbuilt' | 'unchecked'
  figure?: string
  checkedAt?: Date
}

type Check = { promise: string; state: PromiseState | null; figure: string | null; checkedAt: Date | null }

/** The forty-two promises, each as its newest check found it: nothing is green that was not checked (P35). */
export async function lattice(): Promise<Knot[]> {
  const { rows } = await sql<Check>(`
    select promise, state, figure, checked_at as "checkedAt"
    from (select 'P' || lpad(number::text, 2, '0') as promise from generate_series(1, 42) number) promises
    left join lateral (
      select state, figure, checked_at from promise_checks checks
      where checks.promise = promises.promise order by checked_at desc limit 1
    ) newest on true
    order by promise`)

  const untied = rows.some(({ state }) => state) ? 'unbuilt' : 'unchecked'
  return rows.map(({ promise, state, figure, checkedAt }) => ({
    promise,
    state: state ?? untied,
    figure: figure ?? undefined,
    checkedAt: checkedAt ?? undefined,
  }))
}
