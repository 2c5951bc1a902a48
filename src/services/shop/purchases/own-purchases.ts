import { literal, Op, type WhereOptions } from 'sequelize'
import { keyset } from '../../../lib/keyset.ts'
import { Order, type User } from '../../../models/index.ts'
import { underWay } from '../../../models/order.ts'
import { isDisputed } from '../disputes/standing.ts'
import type { Kind, Standing } from './in-words.ts'

type Wanted = { type?: Kind; from?: string; status?: Standing; page?: string }

const PAGE = 20
const { order, behind } = keyset({
  table: 'orders',
  model: 'Order',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

const shown = [
  {
    association: 'items',
    attributes: ['id', 'orderId', 'kind', 'title', 'refundedMinor', 'lostMinor'],
    separate: true,
    order: [['id', 'asc']],
  },
  { association: 'disputes', attributes: ['id', 'orderId', 'state'], separate: true },
] as const

/**
 * A screenful of what somebody bought, or was about to, the latest first. What they left without paying is there only where
 * it is asked for. `next` begins the one after.
 */
export async function purchasesOf({ id: buyerId }: User, wanted: Wanted) {
  const where = { [Op.and]: [{ buyerId }, ...conditions(wanted), behind(wanted.page)] } as WhereOptions
  const attributes = ['id', 'number', 'state', 'currency', 'totalMinor', 'createdAt']
  const rows = await Order.findAll({ where, attributes, include: [...shown] as never, order, limit: PAGE + 1 })
  return { orders: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined }
}

const having = (table: string, condition: string) =>
  literal(`exists (select from ${table} t where t.order_id = "Order".id and ${condition})`)

const byStatus: Record<Standing, object> = {
  paid: { state: 'paid' },
  waiting: { state: underWay },
  over: { state: ['failed', 'expired'] },
  refunded: having('order_items', 't.refunded_minor + t.lost_minor > 0'),
  disputed: literal(isDisputed('"Order".id')),
}

function conditions({ type, from, status }: Wanted) {
  return [
    type && having('order_items', `t.kind = '${type}'`),
    from && { createdAt: { [Op.gte]: new Date(from) } },
    status ? byStatus[status] : { state: { [Op.ne]: 'expired' } },
  ].filter(Boolean)
}
