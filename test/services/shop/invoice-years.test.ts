import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { sequelize } from '../../../src/db/sequelize.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Invoice, Order, OrderItem, Refund, User } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { RetentionService } from '../../../src/services/privacy/retention/retention-service.ts'
import { isIntact } from '../../../src/services/shop/invoices/digest.ts'
import { issueCreditNote } from '../../../src/services/shop/invoices/issue.ts'
import { invoicePdf } from '../../../src/services/shop/invoices/pdf.ts'
import { createUser } from '../../support/factories.ts'
import { aDay, bought, company, issue, printable } from '../../support/invoices.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { look } from '../../support/promises.ts'
import { createRefund } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'

const textOf = async (invoice: Invoice) => textOfPdf(await buffer(await invoicePdf(await printable(invoice))))

async function erased(billed: Partial<Order>) {
  const alice = await createUser({ name: 'Canary Ashby', email: 'canary@example.org' })
  const { order, items } = await bought({ buyerId: alice.id, stripePayment: null, ...billed })
  const invoice = await issue(order)
  const before = await textOf(invoice)
  await alice.askForErasure(new Date('2026-01-01'), 'delete')
  const erasure = await new ErasureService().erase((await User.findByPk(alice.id))!, new Date())
  return { order, items, invoice: await invoice.reload(), before, erasure: erasure! }
}

describe('An invoice of who has left', () => {
  openStripe()

  it('keeps amount, item, day, tax and country, and its PDF made again shows no name (P29)', async () => {
    const { invoice, before, erasure } = await erased({ buyerName: 'Canary Ashby', buyerAddress: 'Canary Lane 5' })
    const after = await textOf(invoice)

    expect(before).to.contain('Canary Ashby').and.contain('Canary Lane')
    expect(after).not.to.match(/canary/i)
    for (const words of ['R2026-000001', 'Joints that hold', '€84.00', '25 November 2026', 'Germany'])
      expect(after).to.contain(words)
    expect(invoice).to.include({ buyerId: null, buyerName: null, buyerAddress: null })
    expect(isIntact(invoice)).to.equal(true)
    expect(erasure.receipt!.find(({ table }) => table === 'invoices')).to.include({ outcome: 'stays', rows: 1 })
    expect(await look('P29')).to.deep.equal({
      state: 'kept',
      figure: '1 document in 1 series, no number missing, none past its time',
    })
  })

  it('goes on naming a company with its VAT id, as the law asks and the receipt says (P29)', async () => {
    const { invoice, erasure } = await erased(company)
    const reasons = erasure.receipt!.filter(({ because }) => because?.includes('has to name it'))

    expect(await textOf(invoice))
      .to.contain('Ash & Sons')
      .and.contain('FR12345678901')
    expect(reasons.map(({ table }) => table)).to.have.members(['orders', 'invoices'])
  })

  it('can still be credited, to nobody by name', async () => {
    const { items } = await erased({ buyerName: 'Canary Ashby', buyerAddress: 'Canary Lane 5' })
    const refund = await createRefund({ orderItemId: items[0]!.id, buyerId: null })
    const note = await sequelize.transaction(() => issueCreditNote(refund, aDay))

    expect(await textOf(note))
      .to.contain('Credit note')
      .and.not.match(/canary/i)
  })
})

describe('The books', () => {
  it('go with everything once their years are over, counted from the newest document, and not a day before (P29)', async () => {
    const { order, items } = await bought()
    await issue(order)
    const refund = await createRefund({ orderItemId: items[0]!.id, buyerId: order.buyerId })
    await sequelize.transaction(() => issueCreditNote(refund, new Date('2027-02-01')))
    const books = async () => [
      await Order.count(),
      await OrderItem.count(),
      await Invoice.count(),
      await Refund.count(),
    ]

    await new RetentionService().deleteExpired(new Date('2035-12-30'))
    expect(await books(), 'German books: eight years from the end of 2027').to.deep.equal([1, 2, 2, 1])
    await new RetentionService().deleteExpired(new Date('2036-01-02'))
    expect(await books()).to.deep.equal([0, 0, 0, 0])
  })

  it('are seen to be whole every night: a number that is missing, or a document that was changed (P29)', async () => {
    await issue((await bought()).order)
    await sql('update invoice_series set next = 3')
    expect(await look('P29')).to.deep.equal({ state: 'broken', figure: '1 number missing in 1 series' })

    await sql('update invoice_series set next = 2')
    await sql('alter table invoices disable trigger keep_invoices')
    await sql('update invoices set total_minor = 1')
    await sql('alter table invoices enable trigger keep_invoices')
    expect(await look('P29')).to.deep.equal({ state: 'broken', figure: '1 document changed since' })
  })
})
