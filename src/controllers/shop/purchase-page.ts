import type { Request, Response } from 'express'
import { refundForm } from '../../forms/shop/refund.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Order } from '../../models/index.ts'
import * as shop from '../../services/shop/purchases/in-words.ts'
import { purchase } from '../../services/shop/purchases/purchase.ts'

export function ownOrder(req: Request) {
  return find(Order, { id: req.params.id, buyerId: currentUser(req).id })
}

export async function renderPurchase(res: Response, order: Order, form = refundForm.blank()) {
  res.renderPage('shop/purchases/show', { ...(await purchase(order, new Date())), form, shop })
}
