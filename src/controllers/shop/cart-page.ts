import type { Request, Response } from 'express'
import type { Form } from '../../lib/form.ts'
import { letPayAtStripe } from '../../middleware/security-headers.ts'
import * as shop from '../../services/shop/in-words.ts'
import { pendingOrderOf } from '../../services/shop/orders.ts'
import { basketOf } from './basket-of.ts'

/** A visitor's note that something worked would need a session, and so another cookie: the address says it instead. */
const notes: Record<string, string> = {
  added: 'It is in your cart.',
  removed: 'It is out of your cart.',
  kept: 'It is on your wishlist.',
  coupon: 'Your coupon counts.',
  without: 'Your coupon is out.',
  thawed: 'You can change your cart again. Nothing was taken.',
  agreed: 'Your cart has the new prices.',
}

const nothing: Form<object> = { valid: false, values: {}, errors: {} }

/** The cart as it stands now, with what was typed, if it has to be typed again. */
export async function renderCart(req: Request, res: Response, form = nothing) {
  const contents = basketOf(req, res).contents(new Date())
  const [cart, pending] = await Promise.all([contents, req.user ? pendingOrderOf(req.user.id) : null])
  if (pending) letPayAtStripe(res)
  res.locals.inCart = cart.lines.length
  res.set('Cache-Control', 'no-store')
  const note = Object.hasOwn(notes, String(req.query.note)) ? notes[String(req.query.note)] : undefined
  res.renderPage('shop/cart/show', { cart, pending, form, note, shop }, { fragment: 'shop/cart/_again' })
}
