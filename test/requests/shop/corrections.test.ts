import { expect } from 'chai'
import { Invoice, Mail, Order, StaffAction } from '../../../src/models/index.ts'
import { isIntact } from '../../../src/services/shop/invoices/digest.ts'
import { issueCreditNote } from '../../../src/services/shop/invoices/issue.ts'
import { createTicket, createUser } from '../../support/factories.ts'
import { bought, company, issue } from '../../support/invoices.ts'
import { look } from '../../support/promises.ts'
import { createRefund } from '../../support/shop-factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const name = { full: 'on', name: 'Alice Ashby', address: '1 High Street' }
const typo = { buyerName: 'Alice Ashbee', buyerAddress: '1 High Street' }
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)

async function cast(order: Partial<Order> = {}) {
  const alice = await createUser({ name: 'Alice' })
  const paid = await bought({ buyerId: alice.id, paidAt: daysAgo(2), ...typo, ...order })
  const invoice = await issue(paid.order, daysAgo(2))
  const path = `/invoices/${invoice.number}/correction`
  const browser = await signedIn(alice)
  const send = (fields: object) => browser.submit(path, fields, { from: '/settings/notifications' })
  return { ...paid, alice, invoice, path, browser, send }
}

const issued = () => Invoice.findAll({ order: ['id'] })

describe('POST /invoices/:number/correction', () => {
  it('takes the invoice back by a credit note and issues it anew; the first stays on record (P23)', async () => {
    const { browser, path, send, invoice, order } = await cast()
    expect(html(await browser.visit(path))('[name=name]').val()).to.equal('Alice Ashbee')
    const answer = await send(name)

    const [first, note, again] = await issued()
    expect(answer.headers.location).to.equal(`/purchases/${again!.orderId}`)
    expect(first).to.include({ number: invoice.number, buyerName: 'Alice Ashbee' })
    expect(note).to.include({
      kind: 'credit note',
      correctsId: first!.id,
      totalMinor: -8400,
      buyerName: 'Alice Ashbee',
    })
    expect(again).to.include({ kind: 'invoice', correctsId: first!.id, totalMinor: 8400, buyerName: 'Alice Ashby' })
    expect(note!.taxMinor + again!.taxMinor).to.equal(0)
    expect([first, note, again].every((document) => isIntact(document!))).to.equal(true)
    expect((await order.reload()).buyerName).to.equal('Alice Ashby')
    expect((await look('P23')).figure).to.equal('1 invoice put right, 1 with the first on record')
    expect(await Mail.findOne({ where: { template: 'invoice-corrected' } })).to.include({ aboutId: order.id })
  })

  it('turns a private one into one for a company, or into one that names nobody', async () => {
    const { send, browser } = await cast({ country: 'FR' })
    const { company: firm, companyAddress, vatId } = company
    await send({ full: 'on', company: firm, company_address: companyAddress, vat_id: vatId })
    const second = (await issued()).at(-1)!
    expect(second).to.include({ company: 'Ash & Sons', vatId: 'FR12345678901', buyerName: null })

    await browser.submit(`/invoices/${second.number}/correction`, {}, { from: '/settings/notifications' })
    expect((await issued()).at(-1)).to.include({ company: null, buyerName: null, correctsId: second.id })
  })

  it('takes no half of an address, nothing new, nothing later than 14 days, and nobody else’s', async () => {
    const { send, alice, invoice } = await cast()
    for (const [fields, field] of [
      [{ full: 'on', name: 'Alice' }, 'address'],
      [{ full: 'on', company: 'Ash' }, 'vat_id'],
      [{ ...name, name: 'Alice Ashbee' }, 'full'],
    ] as const) {
      const answer = await send(fields)
      expect(answer.status).to.equal(422)
      expect(html(answer)(`#${field}-error`).text()).not.to.equal('')
    }
    const stranger = await signedIn(await createUser())
    expect((await stranger.visit(`/invoices/${invoice.number}/correction`)).status).to.equal(404)
    await Order.update({ paidAt: daysAgo(15) }, { where: { buyerId: alice.id } })
    expect((await send(name)).status).to.equal(403)
    expect(await Invoice.count()).to.equal(1)
  })

  it('issues anew only what has not been paid back, and nothing where all of it has', async () => {
    const { send, items, alice } = await cast()
    const credit = async (item: number, amountMinor: number, taxMinor: number) => {
      const what = { orderItemId: items[item]!.id, buyerId: alice.id, amountMinor, taxMinor }
      await issueCreditNote(await createRefund(what), new Date())
    }
    await credit(0, 4900, 782)
    await credit(1, 1750, 279)
    await send(name)
    const [note, again] = (await issued()).slice(-2)
    expect([note, again].map((document) => [document!.totalMinor, document!.taxMinor])).to.deep.equal([
      [-1750, -280],
      [1750, 280],
    ])

    await credit(1, 1750, 280)
    expect((await send(name)).status, 'another stands in its place').to.equal(403)
    expect((await issued()).reduce((sum, { totalMinor }) => sum + totalMinor, 0)).to.equal(0)
  })
})

describe('/staff/invoices/:number', () => {
  it('lets our staff put it right for a ticket once they have said why, which the buyer can read (P23)', async () => {
    const { invoice, alice } = await cast({ paidAt: daysAgo(40) })
    const sam = await createUser({ role: 'support' })
    const browser = await signedIn(sam)
    const ticket = await createTicket({ requesterId: alice.id, category: 'invoice' })
    const path = `/staff/invoices/${invoice.number}`
    const send = (fields: object, to: string) => browser.submit(path + to, fields, { from: '/staff/people' })

    expect((await browser.visit(path)).text).not.to.contain('Ashbee')
    await send({ reason: 'She asks for it in a ticket' }, '/looks')
    expect((await browser.visit(path)).text).to.contain('Ashbee')
    expect((await send({ ...name }, '/correction')).status).to.equal(422)
    expect((await send({ ...name, reason: 'Her name has a typo', ticket: 'TR-NONE' }, '/correction')).status).to.equal(
      422,
    )
    const answer = await send({ ...name, reason: 'Her name has a typo', ticket: ticket.ref }, '/correction')

    expect(answer.headers.location).to.equal(`/staff/invoices/${(await issued()).at(-1)!.number}`)
    expect((await browser.visit(answer.headers.location!)).text)
      .to.contain(invoice.number)
      .and.contain('Ashby')
    const action = { ticketId: ticket.id, aboutId: alice.id, reason: 'Her name has a typo' }
    expect(await StaffAction.findOne({ where: action })).to.include({ staffId: sam.id })
    expect((await (await signedIn(alice)).visit(path)).status).to.equal(403)
  })
})
