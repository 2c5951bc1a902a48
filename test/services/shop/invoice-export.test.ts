import { expect } from 'chai'
import { sequelize } from '../../../src/db/sequelize.ts'
import { issueCreditNote } from '../../../src/services/shop/invoices/issue.ts'
import { exportOf } from '../../support/exports.ts'
import { aDay, bought, issue } from '../../support/invoices.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { look } from '../../support/promises.ts'
import { createRefund } from '../../support/shop-factories.ts'

describe('The export of who bought something', () => {
  it('holds the purchases as tables, and each document as a PDF that opens (P16)', async () => {
    const { order, items } = await bought({ buyerName: 'Ann Ash', buyerAddress: '1 High Street' })
    await issue(order)
    const refund = await createRefund({ orderItemId: items[0]!.id, buyerId: order.buyerId })
    await sequelize.transaction(() => issueCreditNote(refund, aDay))
    await issue((await bought()).order)

    const { text, bytes } = await exportOf(order.buyerId!)
    const [invoice, note, ...others] = Object.keys(bytes).filter((file) => file.startsWith('purchases/invoices/'))

    expect([invoice, note, others]).to.deep.equal([
      'purchases/invoices/R2026-000001.pdf',
      'purchases/invoices/C2026-000001.pdf',
      [],
    ])
    expect(textOfPdf(Buffer.from(bytes[invoice!]!)))
      .to.contain('Ann Ash')
      .and.contain('€84.00')
    expect(textOfPdf(Buffer.from(bytes[note!]!)))
      .to.contain('R2026-000001')
      .and.contain('-€49.00')
    expect(JSON.parse(text['manifest.json']!).files.map(({ file }: { file: string }) => file)).to.include(invoice)
    expect(text['purchases/invoices.csv'])
      .to.contain('"R2026-000001"')
      .and.match(/"[0-9a-f]{64}"/)
    expect(text['purchases/orders.csv']).to.contain(`"${order.number}"`)
  })

  it('is tried every night, invoice by invoice (P16)', async () => {
    const { order } = await bought()
    await issue(order)

    expect(await look('P16')).to.include({ state: 'kept' })
  })
})
