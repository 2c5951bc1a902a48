import type { Request, Response } from 'express'
import { currentUser } from '../../middleware/audience.ts'
import { checkoutService } from '../../services/shop/checkout-service.ts'
import { pendingOrderOf, thaw } from '../../services/shop/orders.ts'

/** Back to the page at Stripe. */
export async function create(req: Request, res: Response) {
  const user = currentUser(req)
  const order = await pendingOrderOf(user.id)
  const way = order && (await checkoutService.goOn(order, user, new Date()))
  res.leaveFor(way && 'to' in way ? way.to : '/cart')
}

/** Not paid after all: the cart may be changed again. */
export async function destroy(req: Request, res: Response) {
  await thaw(currentUser(req).id)
  res.seeOther('/cart?note=thawed')
}
