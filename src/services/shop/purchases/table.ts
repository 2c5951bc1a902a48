import { validate } from 'uuid'
import { minorDigits } from '../../../lib/money.ts'
import { sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'

const BATCH = 500

export const columns = [
  ...['order', 'state', 'ordered', 'paid', 'country', 'kind', 'title', 'currency', 'price', 'discount', 'total'],
  ...['tax rate', 'tax', 'given back', 'invoices'],
]

type Row = Record<string, string | number | null> & { id: string; currency: string }

const amounts = ['price', 'discount', 'total', 'tax', 'given back']

/** Every line that somebody bought or was about to, the latest first, some hundred at a time. Own rows alone. */
export async function* tableOf({ id: buyer }: User) {
  let last: string | null = null
  do {
    const rows: Row[] = await linesBehind(last, buyer)
    yield rows.map(written)
    last = rows.length === BATCH ? rows.at(-1)!.id : null
  } while (validate(last))
}

async function linesBehind(last: string | null, buyer: string) {
  const { rows } = await sql<Row>(
    `select i.id, o.number as "order", o.state, o.created_at::date::text as ordered, o.paid_at::date::text as paid, o.country,
       i.kind, i.title, o.currency, i.price_minor as price, i.discount_minor as discount, i.total_minor as total,
       i.tax_rate::float8 / 100 as "tax rate", i.tax_minor as tax, i.refunded_minor + i.lost_minor as "given back",
       (select string_agg(number, ' ' order by issued_at, id) from invoices where order_id = o.id) as invoices
     from order_items i join orders o on o.id = i.order_id
     where o.buyer_id = $buyer and i.buyer_id = $buyer and ($last::uuid is null or (i.created_at, i.id) <
       (select created_at, id from order_items where id = $last::uuid))
     order by i.created_at desc, i.id desc limit ${BATCH}`,
    { buyer, last },
  )
  return rows
}

function written(row: Row) {
  const digits = minorDigits(row.currency)
  const decimal = amounts.map((name) => [name, (Number(row[name]) / 10 ** digits).toFixed(digits)])
  return { ...row, ...Object.fromEntries(decimal) }
}
