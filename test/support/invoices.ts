import { sequelize } from '../../src/db/sequelize.ts'
import type { Order, User } from '../../src/models/index.ts'
import { issueInvoice } from '../../src/services/shop/invoices/issue.ts'
import { printables } from '../../src/services/shop/invoices/printable.ts'
import { createOrder, createOrderItem } from './shop-factories.ts'
import type { Page } from './world.ts'

export const aDay = new Date('2026-11-25T12:00:00Z')

/** A course, and a session with a discount, paid together. */
export async function bought(order: Partial<Order> = {}) {
  const paid = await createOrder({ totalMinor: 8400, taxMinor: 1341, discountMinor: 600, paidAt: aDay, ...order })
  const { id: orderId, buyerId } = paid
  const items = [
    await createOrderItem({ orderId, buyerId }),
    await createOrderItem({
      ...{ orderId, buyerId, kind: 'session', title: 'An hour at the bench', deliveredAt: null },
      ...{ priceMinor: 4100, discountMinor: 600, totalMinor: 3500, taxMinor: 559, feeMinor: 1050 },
    }),
  ]
  return { order: paid, items }
}

export const issue = (order: Order, at = aDay) => sequelize.transaction(() => issueInvoice(order, at))

export async function printable({ id }: { id: string }) {
  return (await printables([id]))[0]!
}

export const company = { company: 'Ash & Sons', companyAddress: '1 High Street\nNorwich', vatId: 'FR12345678901' }

/** One that can be put right, for the walks through the pages. Answers where. */
export async function invoicePages({ id: buyerId }: User): Promise<Page[]> {
  const { number } = await issue((await bought({ buyerId, paidAt: new Date() })).order, new Date())
  return [
    ['alice', `/invoices/${number}/correction`],
    ...['support', 'admin'].map((who): Page => [who, `/staff/invoices/${number}`]), // one has said why, one has not
  ]
}
