import { Invoice, Order, OrderItem, Refund } from '../../../models/index.ts'
import { correctableUntil } from '../invoices/correct.ts'
import { previewsOf } from '../refunds/preview.ts'
import { settleIfHeard } from '../settle.ts'
import { type Step, stepsOf } from './steps.ts'

const items = {
  model: OrderItem,
  as: 'items',
  separate: true,
  order: [['createdAt', 'asc'] as const, ['id', 'asc'] as const],
  include: [
    { association: 'course', attributes: ['slug'] },
    { model: Refund, as: 'refunds', separate: true },
  ],
}

/**
 * All there is to see of somebody's order: how it stands, which of Stripe is asked where it still waits; what happened and
 * when; what was issued; and what giving each line back would do now.
 */
export async function purchase(known: Order, now: Date) {
  const standing = await settleIfHeard(known, now)
  // Asked to reject where it is empty, Sequelize would reject an order without refunds.
  const order = (await Order.findByPk(known.id, { include: [items as never, 'disputes'] }))!
  const [previews, documents] = await Promise.all([previewsOf(order, now), documentsOf(order)])
  const steps: Step[] = stepsOf(order, documents)
  return { order, standing, previews, documents, steps, correctable: correctableAt(now, order, documents) }
}

/** The invoice that its buyer can still put right: the one that stands, in its first days. */
function correctableAt(now: Date, order: Order, documents: Invoice[]) {
  if (!order.paidAt || correctableUntil(order) < now) return undefined
  return documents.findLast(({ isSale }) => isSale)?.id
}

/** Invoices and credit notes, as they were issued. */
function documentsOf({ id: orderId }: Order) {
  const attributes = ['id', 'number', 'kind', 'refundId', 'correctsId', 'totalMinor', 'currency', 'issuedAt']
  return Invoice.findAll({ where: { orderId }, attributes, order: ['issuedAt', 'id'] })
}
