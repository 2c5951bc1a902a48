import { Op } from 'sequelize'
import { StripeFailed } from '../../../../gateways/stripe.ts'
import { sql } from '../../../../lib/sql.ts'
import { Invoice, Order } from '../../../../models/index.ts'
import { isIntact } from '../../../shop/invoices/digest.ts'
import { compareWithStripe } from '../../../shop/ledger.ts'
import { broken, type Check, count, kept, watched } from './check.ts'
import { overdue } from './overdue.ts'

const NEWEST = 200
const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * P29: nothing is kept past its years, and until then the books are whole: in each series no number is missing, the
 * newest documents say what they said, and none names somebody who has left.
 */
export const booksKept: Check = async ({ now }) => {
  const late = await overdue(Order, now)
  if (late) return broken(`${count(late, 'purchase')} past the years of the books`)

  const { rows } = await sql<{ documents: number; series: number; missing: number; named: number }>(
    `select coalesce(sum(documents), 0)::int as documents, count(*)::int as series,
       coalesce(sum(next - 1 - documents) filter (where since > $now::timestamptz - interval '7 years'), 0)::int as missing,
       coalesce(sum(named), 0)::int as named
     from (select series, next, min(issued_at) as since, count(*) as documents,
         count(*) filter (where buyer_id is null and num_nonnulls(buyer_name, buyer_address) > 0) as named
       from invoices join invoice_series using (series) group by series, next) as books`,
    { now: now.toISOString() },
  )
  const { documents, series, missing, named } = rows[0]!
  const newest = await Invoice.findAll({ order: [['id', 'desc']], limit: NEWEST })
  const changed = newest.filter((document) => !isIntact(document)).length
  if (missing) return broken(`${count(missing, 'number')} missing in ${count(series, 'series', 'series')}`)
  if (named) return broken(`${count(named, 'document')} with the name of somebody who has left`)
  if (changed) return broken(`${count(changed, 'document')} changed since`)
  const differing = await differingFromStripe(now)
  if (differing === undefined) return watched('Stripe did not answer, so the books were not compared with its own')
  if (differing) return broken(`${count(differing, 'purchase')} with other sums than at Stripe`)
  return kept(
    `${count(documents, 'document')} in ${count(series, 'series', 'series')}, no number missing, none past its time`,
  )
}

/** P23: an invoice that stands in the place of another has a credit note beside it, and the first is there as it was. */
export const correctionsOnRecord: Check = async () => {
  const corrected = await Invoice.findAll({
    where: { kind: 'invoice', refundId: null, correctsId: { [Op.ne]: null } },
    include: 'corrects',
    order: [['id', 'desc']],
    limit: NEWEST,
  })
  const firsts = corrected.map(({ corrects }) => corrects!)
  const notes = await Invoice.findAll({ where: { kind: 'credit note', correctsId: firsts.map(({ id }) => id) } })
  const alone = firsts.filter((first) => !isIntact(first) || !notes.some(({ correctsId }) => correctsId === first.id))
  const figure = `${count(corrected.length, 'invoice')} put right, ${corrected.length - alone.length} with the first on record`
  return alone.length ? broken(figure) : kept(figure)
}

/** Of the last month. Undefined where Stripe does not answer; nothing is asked where nothing was bought. */
async function differingFromStripe(now: Date) {
  const from = new Date(now.getTime() - MONTH)
  const atStripe = { state: 'paid', paidAt: { [Op.gte]: from }, stripePayment: { [Op.ne]: null } }
  if ((await Order.count({ where: atStripe })) === 0) return 0
  try {
    return (await compareWithStripe(from)).differing.length
  } catch (error) {
    if (error instanceof StripeFailed) return undefined
    throw error
  }
}
