import type { Request, Response } from 'express'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Order } from '../../models/index.ts'
import { settle } from '../../services/shop/settle.ts'

/** Where whoever has paid comes back to. What was bought is here as soon as the money is. */
export async function show(req: Request, res: Response) {
  if (!req.query.order) return res.seeOther('/cart')
  const id = String(req.query.order)
  const include = { association: 'items', include: [{ association: 'course', attributes: ['slug'] }] }
  const order = await find(Order, { id, buyerId: currentUser(req).id }, { include })
  await settle(order, new Date())
  res.set('Cache-Control', 'no-store')
  res.renderPage('shop/returns/show', { order })
}
