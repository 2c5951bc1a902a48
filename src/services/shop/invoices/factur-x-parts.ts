import type { VatCategory } from './vat-category.ts'
import { type Element, element as el } from './xml.ts'

type Party = { name: string; country: string; vatId: string | null }

export function party(name: string, { name: who, country, vatId }: Party, lines: string[], outside: boolean) {
  const [one, two, ...rest] = lines
  const three = rest.join(', ')
  const named = Object.entries({ LineOne: one, LineTwo: two, LineThree: three }).filter(([, line]) => line)
  const registered =
    vatId && !outside ? [el('ram:SpecifiedTaxRegistration', [el('ram:ID', vatId, { schemeID: 'VA' })])] : []
  return el(name, [
    ...(vatId && outside ? [el('ram:ID', vatId)] : []),
    el('ram:Name', who),
    el('ram:PostalTradeAddress', [
      ...named.map(([line, text]) => el(`ram:${line}`, text!)),
      el('ram:CountryID', country),
    ]),
    ...registered,
  ])
}

export function rateOf(rate: number, { code }: VatCategory): Element[] {
  const percent = code === 'O' ? [] : [el('ram:RateApplicablePercent', (rate / 100).toFixed(2))]
  return [el('ram:TypeCode', 'VAT'), el('ram:CategoryCode', code), ...percent]
}

export function taxOf(rate: number, category: VatCategory, net: string, tax: string) {
  const [type, code, ...percent] = rateOf(rate, category)
  const because = category.because ? [el('ram:ExemptionReason', category.because)] : []
  return [el('ram:CalculatedAmount', tax), type!, ...because, el('ram:BasisAmount', net), code!, ...percent]
}

export function allowance(amount: string) {
  return el('ram:SpecifiedTradeAllowanceCharge', [
    el('ram:ChargeIndicator', [el('udt:Indicator', 'false')]),
    el('ram:ActualAmount', amount),
    el('ram:ReasonCode', '95'),
    el('ram:Reason', 'Discount'),
  ])
}

export function precedes({ number, issuedOn }: { number: string; issuedOn: string }) {
  return el('ram:InvoiceReferencedDocument', [
    el('ram:IssuerAssignedID', number),
    el('ram:FormattedIssueDateTime', [day('qdt', issuedOn)]),
  ])
}

export function day(prefix: 'udt' | 'qdt', date: string) {
  return el(`${prefix}:DateTimeString`, date.slice(0, 10).replaceAll('-', ''), { format: '102' })
}
