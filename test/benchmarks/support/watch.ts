import type pg from 'pg'
import type { Told } from './street.ts'

const THREE_MINUTES = 180_000

/** Tells when somebody got their course: once it is committed. */
export async function enrolments(client: pg.Client) {
  const at = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  client.on('notification', ({ payload }) => {
    at.set(payload!, performance.now())
    waiting.get(payload!)?.()
  })
  await client.query('listen enrolled')
  const until = (buyer: string) =>
    new Promise<void>((done, fail) => {
      const patience = setTimeout(() => fail(new Error('somebody paid and has nothing')), THREE_MINUTES)
      waiting.set(buyer, () => {
        clearTimeout(patience)
        done()
      })
    })
  return { at, until }
}

export type Watch = Awaited<ReturnType<typeof enrolments>>

/** Until every task has been worked on. */
export async function untilNothingWaits(client: pg.Client) {
  for (;;) {
    const { rows } = await client.query('select from graphile_worker.jobs limit 1')
    if (rows.length === 0) return
    await new Promise((done) => setTimeout(done, 5))
  }
}

/** Each order is paid, with one course and one invoice, and the numbers of the invoices have no gap. */
export async function needEverythingOnce(client: pg.Client, orders: Told[]) {
  const { rows } = await client.query(
    `select count(*) filter (where o.state = 'paid')::int as paid,
       (select count(*)::int from enrolments where order_item_id = any($2)) as enrolled,
       (select count(*)::int from invoices where order_id = any($1)) as invoices,
       (select count(distinct order_id)::int from invoices where order_id = any($1)) as invoiced,
       (select max(running) - count(*)::int from invoices) as gaps
     from orders o where id = any($1)`,
    [orders.map(({ order }) => order), orders.map(({ item }) => item)],
  )
  const { paid, enrolled, invoices, invoiced, gaps } = rows[0]
  const isRight = [paid, enrolled, invoices, invoiced].every((count) => count === orders.length) && gaps === 0
  if (!isRight) throw new Error(`of ${orders.length} orders: ${JSON.stringify(rows[0])}`)
}
