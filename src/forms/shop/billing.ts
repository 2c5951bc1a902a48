import { countryName } from '../../lib/countries.ts'
import { checkbox, type Form, optionalText, rejected } from '../../lib/form.ts'
import { vatId } from '../../lib/vat-id.ts'
import type { Billed } from '../../services/shop/invoices/issue.ts'
import { optionalLine } from '../accounts/fields.ts'

/** Commas alone, which part the lines on paper, are no address. */
const address = optionalText(500).transform((typed) => (typed?.match(/[^\s,]/) ? typed : null))

/** On whom an invoice is made out. Without `full` on nobody. */
export const billingFields = {
  full: checkbox(),
  name: optionalLine(200),
  address,
  company: optionalLine(200),
  company_address: address,
  vat_id: optionalText(40),
}

type Typed = { full: boolean } & Record<'name' | 'address' | 'company' | 'company_address' | 'vat_id', string | null>

const nobody = { buyerName: null, buyerAddress: null, company: null, companyAddress: null, vatId: null }

/** What is to stand on the invoice: nobody, a person with both of theirs, or a company with all three of its own. */
export function readBilled<Values extends Typed>(
  form: Form<Values>,
  country: string,
): Form<Values & { billed: Billed }> {
  if (!form.valid) return form
  const { full, name, address, company, company_address: companyAddress, vat_id: typed } = form.values
  const number = typed === null ? null : vatId(country, typed)
  const isCompany = [company, companyAddress, typed].some((value) => value !== null)
  const missing = isCompany
    ? {
        company: company === null && 'Write the name of the company',
        company_address: companyAddress === null && 'Write the address of the company',
        vat_id: !number && (typed === null ? 'Write the VAT id of the company' : otherwise(country)),
      }
    : {
        name: name === null && 'Write the name that the invoice should have',
        address: address === null && 'Write the address that the invoice should have',
      }
  const wrong = full ? Object.entries(missing).filter(([, sentence]) => sentence) : []
  if (wrong.length > 0) {
    return wrong.reduce((again, [field, sentence]) => rejected(again, field, String(sentence)), {
      ...form,
      valid: false,
    } as Form<never>)
  }
  const named = { buyerName: name, buyerAddress: address, company, companyAddress, vatId: number ?? null }
  return { ...form, values: { ...form.values, billed: full ? named : nobody } }
}

function otherwise(country: string) {
  return `VAT ids of ${countryName(country)} are written differently. Please look again`
}

/** The same fields as they stand now. */
export function billedAsTyped({ buyerName, buyerAddress, company, companyAddress, vatId }: Billed) {
  const full = [buyerName, company].some(Boolean) ? 'on' : undefined
  return { full, name: buyerName, address: buyerAddress, company, company_address: companyAddress, vat_id: vatId }
}
