import { z } from 'zod'
import { countryCodes } from '../../lib/countries.ts'
import { checkbox, defineForm, type Form, optionalText, rejected } from '../../lib/form.ts'
import { vatId } from '../../lib/vat-id.ts'
import type { Billing } from '../../services/shop/place-order.ts'
import { agreed } from './cart.ts'

const stale = 'This page is too old. Please load it again'

export const checkoutForm = defineForm({
  country: z.enum(countryCodes, 'Choose the country you live in'),
  full: checkbox(),
  name: optionalText(200),
  address: optionalText(500),
  company: optionalText(200),
  company_address: optionalText(500),
  vat_id: optionalText(40),
  remember: checkbox(),
  terms: checkbox().refine(Boolean, 'Please agree to the terms'),
  client_token: z.uuid(stale),
  prices: agreed,
})

/**
 * What somebody buys with. Name and address are for a full invoice alone: without one, whatever stands in those fields is
 * not kept. A company needs all three of its own.
 */
export function readCheckout(body: Record<string, unknown>): Form<Billing> {
  const form = checkoutForm.read(body)
  if (!form.valid) return form

  const { full, name, address, company, company_address: companyAddress, vat_id: typed, ...rest } = form.values
  const { country, remember: rememberCard, client_token: clientToken, prices } = rest
  const common = { country, rememberCard, clientToken, agreedMinor: prices }
  if (!full) return valid({ ...common, ...nobody })

  const isCompany = company !== null || companyAddress !== null || typed !== null
  const number = typed === null ? undefined : vatId(country, typed)
  const missing = isCompany
    ? {
        company: company === null && 'Write the name of the company',
        company_address: companyAddress === null && 'Write the address of the company',
        vat_id: number === undefined && 'Write the VAT id of the company, as its country gives them',
      }
    : {
        name: name === null && 'Write the name that the invoice should have',
        address: address === null && 'Write the address that the invoice should have',
      }
  const wrong = Object.entries(missing).filter(([, sentence]) => sentence)
  if (wrong.length > 0) {
    return wrong.reduce<Form<never>>(
      (again, [field, sentence]) => rejected(again, field, sentence as string),
      checkoutForm.blank(body) as Form<never>,
    )
  }
  const billed = { buyerName: name, buyerAddress: address }
  return valid({ ...common, ...billed, ...(isCompany ? { company, companyAddress, vatId: number! } : noCompany) })
}

const noCompany = { company: null, companyAddress: null, vatId: null }
const nobody = { buyerName: null, buyerAddress: null, ...noCompany }

function valid(values: Billing): Form<Billing> {
  return { valid: true, values, errors: {} }
}
