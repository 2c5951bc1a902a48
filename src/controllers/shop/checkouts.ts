import type { Request, Response } from 'express'
import { checkoutForm, readCheckout } from '../../forms/shop/checkout.ts'
import { rejected } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { checkoutService } from '../../services/shop/checkout-service.ts'
import { renderCheckout } from './checkout-page.ts'

export async function show(req: Request, res: Response) {
  await renderCheckout(req, res)
}

export async function create(req: Request, res: Response) {
  const form = readCheckout(req.body)
  if (!form.valid) return renderCheckout(req, res.status(422), form)

  const way = await checkoutService.buy(currentUser(req), form.values, new Date())
  if ('to' in way) return res.leaveFor(way.to)
  // The next try is another order.
  const { client_token: _, ...typed } = req.body
  await renderCheckout(req, res.status(422), rejected(checkoutForm.blank(typed), way.field, way.sentence))
}
