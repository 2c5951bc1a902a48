import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { load } from 'cheerio'
import { sequelize } from '../../../src/db/sequelize.ts'
import type { Invoice } from '../../../src/models/index.ts'
import { facturX } from '../../../src/services/shop/invoices/factur-x.ts'
import { issueCreditNote } from '../../../src/services/shop/invoices/issue.ts'
import { invoicePdf } from '../../../src/services/shop/invoices/pdf.ts'
import { aDay, bought, company, issue, printable } from '../../support/invoices.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { createOrderItem, createRefund } from '../../support/shop-factories.ts'

const pdfOf = async (invoice: Invoice) => buffer(await invoicePdf(await printable(invoice)))
const dataOf = async (invoice: Invoice) => load((await facturX(await printable(invoice)))!, { xml: true })

describe('The PDF of an invoice', () => {
  it('says who sold what to whom, when, and for how much, in fonts of its own (P16)', async () => {
    const { order } = await bought({ buyerName: 'Юлия Řehák', buyerAddress: '1 High Street\nNorwich' })
    const pdf = await pdfOf(await issue(order))
    const text = textOfPdf(pdf)

    for (const words of [
      'R2026-000001',
      'Юлия Řehák',
      'Norwich',
      'An hour at the bench',
      '€84.00',
      '€13.41',
      'Trellis GmbH',
    ])
      expect(text).to.contain(words)
    const bytes = pdf.toString('latin1')
    expect(bytes.match(/\/Type \/Font\b/g)).to.have.lengthOf.above(1)
    expect(bytes).to.contain('/FontFile').and.not.contain('Helvetica')
  })

  it('is PDF/A-3b, tagged, with its data attached, and names no author and no path', async () => {
    const pdf = (await pdfOf(await issue((await bought(company)).order))).toString('latin1')

    for (const part of [
      ...[
        '<pdfaid:part>3<',
        '<pdfaid:conformance>B<',
        '<pdfuaid:part>1<',
        '/GTS_PDFA1',
        '/Lang (en-GB)',
        '/Marked true',
      ],
      ...['<fx:ConformanceLevel>EN 16931<', '/AFRelationship /Alternative', '(factur-x.xml)', '/Subtype /text#2Fxml'],
      ...['<dc:title>', '/S /Table', '/S /TH', '/S /H1'],
    ]) {
      expect(pdf).to.contain(part)
    }
    expect(pdf).not.to.match(/\/Author|dc:creator|\/(home|tmp|work)\//)
  })

  it('without a buyer is simplified, and has no data attached: the standard wants a name', async () => {
    const invoice = await issue((await bought()).order)
    const pdf = await pdfOf(invoice)

    expect(textOfPdf(pdf)).to.contain('simplified').and.contain('Taxed in')
    expect(pdf.toString('latin1')).not.to.contain('factur-x')
    expect(facturX(await printable(invoice))).to.equal(undefined)
  })

  it('goes on for as many pages as it takes', async () => {
    const { order } = await bought()
    const line = { orderId: order.id, buyerId: order.buyerId }
    for (let n = 0; n < 12; n++) await createOrderItem(line)
    const pdf = await pdfOf(await issue(order))

    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).to.have.lengthOf(2)
    expect(textOfPdf(pdf)).to.contain('page 2 of 2')
  })
})

describe('An invoice as data (EN 16931)', () => {
  const documents = async () => {
    const { order, items } = await bought(company)
    const item = await createOrderItem({ orderId: order.id, buyerId: order.buyerId, taxRate: 700, taxMinor: 321 })
    const invoice = await issue(order)
    const refund = await createRefund({ orderItemId: items[0]!.id, amountMinor: 2450, taxMinor: 391 })
    const note = await sequelize.transaction(() => issueCreditNote(refund, aDay))
    return { item, invoice, note }
  }

  it('sums as the rules BR-CO-10 to BR-CO-17 want, also on a credit note', async () => {
    const { invoice, note } = await documents()

    for (const document of [invoice, note]) {
      const xml = await dataOf(document)
      const cents = (path: string) =>
        xml(path)
          .map((_, node) => Math.round(Number(xml(node).text()) * 100))
          .get()
      const total = (path: string) => cents(path).reduce((sum, minor) => sum + minor, 0)
      const header = (name: string) => total(`ram\\:SpecifiedTradeSettlementHeaderMonetarySummation > ram\\:${name}`)
      const tax = 'ram\\:ApplicableHeaderTradeSettlement > ram\\:ApplicableTradeTax > ram\\:'

      expect(header('LineTotalAmount'), 'BR-CO-10').to.equal(
        total('ram\\:SpecifiedTradeSettlementLineMonetarySummation > ram\\:LineTotalAmount'),
      )
      expect(header('TaxBasisTotalAmount'), 'BR-CO-13').to.equal(header('LineTotalAmount'))
      expect(header('TaxTotalAmount'), 'BR-CO-14').to.equal(total(`${tax}CalculatedAmount`))
      expect(header('GrandTotalAmount'), 'BR-CO-15').to.equal(header('TaxBasisTotalAmount') + header('TaxTotalAmount'))
      expect(header('DuePayableAmount'), 'BR-CO-16').to.equal(header('GrandTotalAmount') - header('TotalPrepaidAmount'))
      for (const [index, basis] of cents(`${tax}BasisAmount`).entries()) {
        const rate = Number(xml(`${tax}RateApplicablePercent`).eq(index).text())
        expect(cents(`${tax}CalculatedAmount`)[index], 'BR-CO-17').to.be.closeTo((basis * rate) / 100, 1)
      }
      expect(header('GrandTotalAmount')).to.equal(Math.abs(document.totalMinor))
    }
  })

  it('says what it is, whom it is for, and what it refers to', async () => {
    const { invoice, note } = await documents()
    const [xml, credit] = [await dataOf(invoice), await dataOf(note)]

    expect(xml('ram\\:BuyerTradeParty > ram\\:Name').text()).to.equal('Ash & Sons')
    expect(xml('ram\\:BuyerTradeParty ram\\:SpecifiedTaxRegistration').text().trim()).to.equal('FR12345678901')
    expect(xml('rsm\\:ExchangedDocument > ram\\:TypeCode').text()).to.equal('380')
    expect(credit('rsm\\:ExchangedDocument > ram\\:TypeCode').text()).to.equal('381')
    expect(credit('ram\\:InvoiceReferencedDocument > ram\\:IssuerAssignedID').text()).to.equal('R2026-000001')
  })

  it('names the reason where no tax is taken: the reverse charge, or that it is not taxed here', async () => {
    for (const [buyer, code] of [
      [{ ...company, country: 'FR' }, 'AE'],
      [{ buyerName: 'Ann', buyerAddress: 'Springfield', country: 'US' }, 'O'],
    ] as const) {
      const { order, items } = await bought({ ...buyer, taxMinor: 0 })
      for (const item of items) await item.update({ taxRate: 0, taxMinor: 0 })
      const xml = await dataOf(await issue(order))
      expect(
        xml('ram\\:ApplicableHeaderTradeSettlement > ram\\:ApplicableTradeTax > ram\\:CategoryCode').text(),
      ).to.equal(code)
      expect(xml('ram\\:ExemptionReason').text()).not.to.equal('')
      expect(xml('[schemeID=VA]').length, 'BR-O-02').to.equal(code === 'O' ? 0 : 2)
    }
  })
})
