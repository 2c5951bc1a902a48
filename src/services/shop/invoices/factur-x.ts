import { minorDigits } from '../../../lib/money.ts'
import type { Invoice } from '../../../models/index.ts'
import type { InvoiceBody } from '../../../models/invoice.ts'
import { allowance, day, party, precedes, rateOf, taxOf } from './factur-x-parts.ts'
import { addressee, addressLines, type Printable } from './printable.ts'
import { vatCategoryOf } from './vat-category.ts'
import { element as el, xmlOf } from './xml.ts'

const space = (name: string) => `urn:un:unece:uncefact:data:standard:${name}:100`
const spaces = {
  'xmlns:rsm': space('CrossIndustryInvoice'),
  'xmlns:ram': space('ReusableAggregateBusinessInformationEntity'),
  'xmlns:udt': space('UnqualifiedDataType'),
  'xmlns:qdt': space('QualifiedDataType'),
}

const PIECE = { unitCode: 'C62' }

/** UNTDID 1001. One in the place of another is an invoice too: a credit note has taken the other back. */
const typeOf = ({ kind }: Invoice) => (kind === 'credit note' ? '381' : '380')

/**
 * The same document as data: UN/CEFACT CII in the profile EN 16931 of Factur-X 1.0. Undefined where it names no buyer,
 * whom that standard cannot do without (BT-44): a simplified invoice is the PDF alone. On a credit note sums are above
 * zero, as its type says already that they go back.
 */
export function facturX({ invoice, lines }: Printable) {
  const buyer = addressee(invoice)
  if (!buyer) return undefined
  const { body, currency, vatId } = invoice
  const back = invoice.kind === 'credit note' ? -1 : 1
  const digits = minorDigits(currency)
  const sum = (minor: number) => ((back * minor) / 10 ** digits + 0).toFixed(digits)
  const category = (rate: number) => vatCategoryOf(invoice, rate)
  const outside = body.taxes.some(({ rate }) => category(rate).code === 'O') // then neither may show a VAT id (BR-O-02)

  const items = lines.map((line, index) => {
    const net = line.totalMinor - line.taxMinor
    const off = Math.round((line.discountMinor * 10_000) / (10_000 + line.taxRate))
    return el('ram:IncludedSupplyChainTradeLineItem', [
      el('ram:AssociatedDocumentLineDocument', [el('ram:LineID', String(index + 1))]),
      el('ram:SpecifiedTradeProduct', [el('ram:Name', line.title)]),
      el('ram:SpecifiedLineTradeAgreement', [
        el('ram:NetPriceProductTradePrice', [el('ram:ChargeAmount', sum(net + off))]),
      ]),
      el('ram:SpecifiedLineTradeDelivery', [el('ram:BilledQuantity', '1', PIECE)]),
      el('ram:SpecifiedLineTradeSettlement', [
        el('ram:ApplicableTradeTax', rateOf(line.taxRate, category(line.taxRate))),
        ...(off ? [allowance(sum(off))] : []),
        el('ram:SpecifiedTradeSettlementLineMonetarySummation', [el('ram:LineTotalAmount', sum(net))]),
      ]),
    ])
  })

  const net = invoice.totalMinor - invoice.taxMinor
  return xmlOf(
    el(
      'rsm:CrossIndustryInvoice',
      [
        el('rsm:ExchangedDocumentContext', [
          el('ram:GuidelineSpecifiedDocumentContextParameter', [el('ram:ID', 'urn:cen.eu:en16931:2017')]),
        ]),
        el('rsm:ExchangedDocument', [
          el('ram:ID', invoice.number),
          el('ram:TypeCode', typeOf(invoice)),
          el('ram:IssueDateTime', [day('udt', invoice.issuedAt.toISOString())]),
        ]),
        el('rsm:SupplyChainTradeTransaction', [
          ...items,
          el('ram:ApplicableHeaderTradeAgreement', [
            party('ram:SellerTradeParty', body.seller, addressLines(body.seller.address), outside),
            party('ram:BuyerTradeParty', { ...buyer, country: invoice.country, vatId }, buyer.lines, outside),
            el('ram:BuyerOrderReferencedDocument', [el('ram:IssuerAssignedID', body.orderNumber)]),
          ]),
          el('ram:ApplicableHeaderTradeDelivery', [
            el('ram:ActualDeliverySupplyChainEvent', [el('ram:OccurrenceDateTime', [day('udt', deliveredOn(body))])]),
          ]),
          el('ram:ApplicableHeaderTradeSettlement', [
            el('ram:InvoiceCurrencyCode', currency),
            el('ram:SpecifiedTradeSettlementPaymentMeans', [el('ram:TypeCode', '68')]), // online payment service
            ...body.taxes.map(({ rate, netMinor, taxMinor }) =>
              el('ram:ApplicableTradeTax', taxOf(rate, category(rate), sum(netMinor), sum(taxMinor))),
            ),
            el('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
              el('ram:LineTotalAmount', sum(net)),
              el('ram:TaxBasisTotalAmount', sum(net)),
              el('ram:TaxTotalAmount', sum(invoice.taxMinor), { currencyID: currency }),
              el('ram:GrandTotalAmount', sum(invoice.totalMinor)),
              el('ram:TotalPrepaidAmount', sum(invoice.totalMinor)),
              el('ram:DuePayableAmount', sum(0)),
            ]),
            ...(body.corrects ? [precedes(body.corrects)] : []),
          ]),
        ]),
      ],
      spaces,
    ),
  )
}

/** The last day on which something of it was given; where nothing was yet, that of the payment (Art. 226, 7). */
function deliveredOn({ lines, paidOn }: InvoiceBody) {
  return (
    lines
      .flatMap(({ deliveredOn }) => deliveredOn ?? [])
      .toSorted()
      .at(-1) ?? paidOn
  )
}
