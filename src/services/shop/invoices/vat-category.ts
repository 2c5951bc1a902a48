import type { Invoice } from '../../../models/index.ts'

const UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** How a line of tax is named in EN 16931, and what has to be said where nothing is taken. */
export type VatCategory = { code: 'S' | 'AE' | 'O'; because?: string }

/**
 * With a rate it is the standard one. Without: a company of another country of the Union owes it itself (Art. 196), and
 * what goes to any other country is not taxed here (Art. 59).
 */
export function vatCategoryOf({ vatId, country, body }: Invoice, rate: number): VatCategory {
  if (rate > 0) return { code: 'S' }
  const both = [country, body.seller.country].every((place) => UNION.includes(place))
  return vatId && both
    ? { code: 'AE', because: 'Reverse charge' }
    : { code: 'O', because: 'Not subject to VAT where it is sold from' }
}
