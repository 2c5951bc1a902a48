import { type Payment, stripe } from '../../gateways/stripe.ts'
import { sql } from '../../lib/sql.ts'

type Books = {
  id: string
  payment: string | null
  totalMinor: number
  currency: string
  refunded: number
  documents: number
}

const BATCH = 200

/**
 * Compares our books with what Stripe says of every payment since then: it is that of an order of ours, over the same sum,
 * with invoices and credit notes that come to what is left, and the same refunds; and that Stripe says so of every order that
 * was paid here. Answers how many were looked at, and the ids of orders that differ. @throws StripeFailed
 */
export async function compareWithStripe(from: Date) {
  const differing: string[] = []
  const unheard = await paidSince(from)
  let compared = 0
  let batch: Payment[] = []
  for await (const payment of stripe.payments(from)) {
    if (payment.paid && payment.orderId) batch.push(payment)
    if (payment.paid) unheard.delete(payment.id)
    if (batch.length === BATCH) await look()
  }
  await look()
  return { compared, differing: [...new Set([...differing, ...unheard.values()])] }

  async function look() {
    const books = await booksOf(batch.map(({ orderId }) => orderId!))
    differing.push(
      ...batch.filter((payment) => !agrees(books.get(payment.orderId!), payment)).map(({ orderId }) => orderId!),
    )
    compared += batch.length
    batch = []
  }
}

/** By their payment, the orders that were begun since then and are paid; a payment is never older than its order. */
async function paidSince(from: Date) {
  const { rows } = await sql<{ id: string; payment: string }>(
    `select id, stripe_payment as payment from orders
     where state = 'paid' and stripe_payment is not null and created_at >= $from::timestamptz`,
    { from: from.toISOString() },
  )
  return new Map(rows.map(({ id, payment }) => [payment, id]))
}

function agrees(books: Books | undefined, { id, amountMinor, currency, refundedMinor }: Payment) {
  if (books?.payment !== id || books.totalMinor !== amountMinor || books.currency !== currency) return false
  return books.refunded === refundedMinor && books.documents === amountMinor - refundedMinor
}

async function booksOf(ids: string[]) {
  const { rows } = await sql<Books>(
    `select o.id, o.stripe_payment as payment, o.total_minor as "totalMinor", o.currency,
       (select coalesce(sum(r.amount_minor), 0)::int from refunds r join order_items i on i.id = r.order_item_id
         where i.order_id = o.id and r.state = 'succeeded') as refunded,
       (select coalesce(sum(total_minor), 0)::int from invoices where order_id = o.id) as documents
     from orders o where o.state = 'paid' and o.id = any($ids::uuid[])`,
    { ids },
  )
  return new Map(rows.map((row) => [row.id, row]))
}
