import type { Request, Response } from 'express'
import { refundForm } from '../../forms/shop/refund.ts'
import { rejected } from '../../lib/form.ts'
import { OrderItem } from '../../models/index.ts'
import { saidOf } from '../../services/shop/purchases/in-words.ts'
import { askForRefund } from '../../services/shop/refunds/ask.ts'
import { ownOrder, renderPurchase } from './purchase-page.ts'

export async function create(req: Request, res: Response) {
  const order = await ownOrder(req)
  const form = refundForm.read(req.body)
  const items = await OrderItem.findAll({ where: { orderId: order.id } })
  const item = items.find(({ id }) => id === form.values.item)
  if (!form.valid) return renderPurchase(res.status(422), order, form)
  if (!item) return renderPurchase(res.status(422), order, rejected(form, 'item', 'Choose what you give back'))

  const done = await askForRefund(order, item, form.values.reason, new Date())
  req.flash(saidOf(done, order.currency), done.way === 'none' ? 'warning' : 'done')
  res.seeOther(`/purchases/${order.id}`)
}
