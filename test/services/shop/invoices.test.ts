import { expect } from 'chai'
import { sequelize } from '../../../src/db/sequelize.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Invoice, InvoiceSeries } from '../../../src/models/index.ts'
import { booksKeptFrom } from '../../../src/services/shop/invoices/books.ts'
import { isIntact } from '../../../src/services/shop/invoices/digest.ts'
import { issueCreditNote, issueInvoice } from '../../../src/services/shop/invoices/issue.ts'
import { aDay, bought, issue } from '../../support/invoices.ts'
import { createOrder, createRefund } from '../../support/shop-factories.ts'

const lastly = new Date('2027-03-01T12:00:00Z')

describe('An invoice', () => {
  it('freezes seller, lines and taxes, and sums to the cent (P16)', async () => {
    const { order, items } = await bought({ buyerName: 'Ann Ash', buyerAddress: '1 High Street' })
    const invoice = (await Invoice.findByPk((await issue(order)).id))!

    expect(invoice).to.include({ number: 'R2026-000001', kind: 'invoice', totalMinor: 8400, taxMinor: 1341 })
    expect(invoice).to.include({ buyerId: order.buyerId, buyerName: 'Ann Ash', company: null, country: 'DE' })
    expect(invoice.body.taxes).to.deep.equal([{ rate: 1900, netMinor: 7059, taxMinor: 1341 }])
    expect(invoice.body.lines.map(({ itemId }) => itemId)).to.deep.equal(items.map(({ id }) => id))
    expect(JSON.stringify(invoice.body)).not.to.contain('Ann').and.not.to.contain('bench')
    expect(isIntact(invoice)).to.equal(true)
    invoice.totalMinor++
    expect(isIntact(invoice)).to.equal(false)
  })

  it('has a number without a gap or a double, whatever is undone beside it (P16)', async () => {
    const orders = await Promise.all(Array.from({ length: 40 }, () => createOrder()))
    const attempts = orders.map((order, index) =>
      sequelize.transaction(async () => {
        await issueInvoice(order, aDay)
        if (index % 3 === 0) throw new Error('undone')
      }),
    )
    const settled = await Promise.allSettled(attempts)

    const issued = settled.filter(({ status }) => status === 'fulfilled').length
    const numbers = (await Invoice.findAll({ order: ['running'] })).map(({ number }) => number)
    expect(issued).to.equal(26)
    expect(numbers).to.deep.equal(
      Array.from({ length: issued }, (_, index) => `R2026-${String(index + 1).padStart(6, '0')}`),
    )
    expect(await InvoiceSeries.findOne()).to.include({ series: 'R2026', next: issued + 1 })
  })

  it('begins a series of its own in a new year, and credit notes have theirs', async () => {
    const { order, items } = await bought()
    await issue(order)
    const refund = await createRefund({ orderItemId: items[1]!.id, amountMinor: 1750, taxMinor: 279 })
    const note = await sequelize.transaction(() => issueCreditNote(refund, lastly))

    expect(note).to.include({ number: 'C2027-000001', totalMinor: -1750, taxMinor: -279, refundId: refund.id })
    expect(note.body.corrects).to.deep.equal({ number: 'R2026-000001', issuedOn: '2026-11-25', because: 'refund' })
    expect(note.body.taxes).to.deep.equal([{ rate: 1900, netMinor: -1471, taxMinor: -279 }])
    expect((await issue((await bought()).order, lastly)).number).to.equal('R2027-000001')
  })

  it('sets from when the years of the books count: longer where its seller’s law keeps them longer (P29)', async () => {
    const { order } = await bought({ keptFrom: '2020-12-31' })
    await issue(order)

    expect((await order.reload()).keptFrom, 'eight years in Germany').to.equal('2027-12-31')
    expect(['NL', 'FR', 'GB'].map((country) => booksKeptFrom(aDay, country))).to.deep.equal([
      '2026-12-31',
      '2029-12-31',
      '2026-12-31',
    ])
  })

  it('cannot be changed or removed by anybody but through the one door (P29)', async () => {
    const invoice = await issue((await bought({ buyerName: 'Ann', buyerAddress: 'There' })).order)
    const change = (set: string) => sql(`update invoices set ${set}`).then(() => 'done', messageOf)

    for (const set of [
      'total_minor = 1',
      'tax_minor = 0',
      `body = '{}'`,
      `number = 'R2026-000002'`,
      `country = 'FR'`,
      `issued_at = now()`,
      `digest = sha256('x')`,
      `buyer_name = 'Bob'`,
      `buyer_id = gen_random_uuid()`,
      `buyer_name = null, currency = 'USD'`,
      `company = 'Ash', company_address = 'x', vat_id = 'x'`,
    ]) {
      expect(await change(set), set).to.contain('stays as it is')
    }
    expect(await sql('delete from invoices').then(() => 'done', messageOf)).to.contain('stays')
    expect(await change('buyer_id = null, buyer_name = null, buyer_address = null')).to.equal('done')
    expect(isIntact(await invoice.reload())).to.equal(true)
  })
})

const messageOf = (error: Error) => error.message
