import type { Request, Response } from 'express'
import { v4 } from 'uuid'
import { config } from '../../config.ts'
import { checkoutForm } from '../../forms/shop/checkout.ts'
import { countries, countryOf } from '../../lib/countries.ts'
import type { Form } from '../../lib/form.ts'
import { currentUser } from '../../middleware/audience.ts'
import { Order, type User } from '../../models/index.ts'
import * as shop from '../../services/shop/in-words.ts'
import { rateOf } from '../../services/shop/tax.ts'
import { basketOf } from './basket-of.ts'

/** What is about to be paid, as it stands now, and where the bill goes; with what was typed, if it has to be typed again. */
export async function renderCheckout(req: Request, res: Response, typed?: Form<object>) {
  const now = new Date()
  const [cart, last] = await Promise.all([basketOf(req, res).contents(now), lastCountryOf(currentUser(req))])
  if (cart.isEmpty || (!typed && !cart.isReady)) return res.seeOther('/cart')

  const values = { ...typed?.values } as Record<string, unknown>
  const asked = countries.find(({ value }) => value === values.country)?.value
  const country = asked ?? last ?? countryOf(currentUser(req).timeZone) ?? config.seller.country
  const taxRate = await rateOf(country, now)
  const prices = cart.pricesAt(taxRate)

  const fresh = { country, client_token: v4() }
  const form = { ...(typed ?? checkoutForm.blank()), values: { ...fresh, ...values, prices: prices.shown } }
  res.set('Cache-Control', 'no-store')
  res.renderPage('shop/checkout/show', { cart, prices, country, taxRate, form, countries, shop })
}

/** Where somebody paid from the last time. */
async function lastCountryOf({ id: buyerId }: User) {
  const last = await Order.findOne({ where: { buyerId }, order: [['createdAt', 'desc']], attributes: ['country'] })
  return last?.country
}
