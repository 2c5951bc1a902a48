import type { Request, Response } from 'express'
import { pricesForm } from '../../forms/shop/cart.ts'
import { rejected } from '../../lib/form.ts'
import { basketOf } from './basket-of.ts'
import { renderCart } from './cart-page.ts'

/** Takes the new prices, if they still are those that the page has shown. */
export async function create(req: Request, res: Response) {
  const now = new Date()
  const form = pricesForm.read(req.body)
  if (!form.valid) return renderCart(req, res.status(422), form)

  const basket = basketOf(req, res)
  const { prices } = await basket.contents(now)
  if (prices.shown !== form.values.prices) {
    const again = rejected(form, 'form', 'A price has changed again while you looked. Here are the new ones')
    return renderCart(req, res.status(422), again)
  }
  await basket.agree(now)
  res.seeOther('/cart?note=agreed')
}
