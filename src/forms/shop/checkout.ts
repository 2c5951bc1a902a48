import { z } from 'zod'
import { countryCodes } from '../../lib/countries.ts'
import { checkbox, defineForm, type Form } from '../../lib/form.ts'
import type { Billing } from '../../services/shop/place-order.ts'
import { billingFields, readBilled } from './billing.ts'
import { agreed as agreedPrices } from './cart.ts'

const stale = 'This page is too old. Please load it again'

export const checkoutForm = defineForm({
  country: z.enum(countryCodes, 'Choose a country'),
  ...billingFields,
  remember: checkbox(),
  terms: checkbox().refine(Boolean, 'Please agree to the terms'),
  client_token: z.uuid(stale),
  prices: agreedPrices,
})

/** What somebody buys with. Name and address are for a full invoice alone. */
export function readCheckout(body: Record<string, unknown>): Form<Billing> {
  const typed = checkoutForm.read(body)
  const form = typed.valid ? readBilled(typed, typed.values.country) : typed
  if (!form.valid) return form

  const { country, remember: rememberCard, client_token: clientToken, prices: agreed, billed } = form.values
  return { ...form, values: { country, rememberCard, clientToken, agreed, ...billed } }
}
