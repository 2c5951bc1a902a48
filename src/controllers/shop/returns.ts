import type { Request, Response } from 'express'
import { NotFound } from '../../errors.ts'
import { find } from '../../lib/find.ts'
import { currentUser } from '../../middleware/audience.ts'
import { CartItem, Order } from '../../models/index.ts'
import { settleIfHeard } from '../../services/shop/settle.ts'

const include = { association: 'items', include: [{ association: 'course', attributes: ['slug'] }, 'refunds'] }

/** Where whoever has paid comes back to. What was bought is here as soon as the money is. */
export async function show(req: Request, res: Response) {
  if (!req.query.order) return res.seeOther('/cart')
  const { order: id, cs } = req.query
  const known = await find(Order, { id: String(id), buyerId: currentUser(req).id })
  if (cs !== undefined && cs !== known.stripeSession) throw new NotFound('order')

  const standing = await settleIfHeard(known, new Date())
  const order = await find(Order, { id: known.id }, { include, order: [['items', 'id', 'asc']] })
  // What was counted before this page settled it has left the cart.
  if (order.state !== known.state)
    res.locals.inCart = await CartItem.count({ where: { memberId: currentUser(req).id } })
  res.set('Cache-Control', 'no-store')
  res.renderPage('shop/returns/show', { order, standing }, { fragment: 'shop/returns/_standing' })
}
