import { expect } from 'chai'
import { Invoice, Refund, StaffAction } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { bought, issue } from '../../support/invoices.ts'
import { statementsOf } from '../../support/queries.ts'
import { createDispute, createRefund } from '../../support/shop-factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const reason = 'They wrote to us about it'

async function desk() {
  const { order, items } = await bought()
  await issue(order)
  const sam = await createUser({ role: 'support' })
  const browser = await signedIn(sam)
  const path = `/staff/orders/${order.id}`
  const give = (fields: object) => browser.submit(`${path}/refunds`, fields, { from: path })
  return { order, items, sam, browser, path, give }
}

describe('GET /staff/orders', () => {
  it('lists refunds that wait, and finds an order by its number', async () => {
    const { browser, items, order, path } = await desk()
    await createRefund({ orderItemId: items[0]!.id, state: 'asked', settledAt: null })
    const $ = html(await browser.visit('/staff/orders').expect(200))
    expect($('tbody tr').text()).to.contain(order.number).and.contain('Asked for').and.contain('€49.00')
    expect(await statementsOf(() => browser.visit('/staff/orders'))).to.have.length.below(4)
    expect((await browser.visit(`/staff/orders?number=${order.number.toLowerCase()}`)).headers.location).to.equal(path)
    const dispute = await createDispute({ orderId: order.id })
    expect((await browser.visit('/staff/orders')).text).to.contain('1 to be answered')
    expect((await browser.visit('/staff')).text)
      .to.contain('Refunds (1)')
      .and.contain('Disputes (1)')
    expect(html(await browser.visit(path))('[action$="/refunds"]')).to.have.lengthOf(0)
    await dispute.destroy()
    expect(html(await browser.visit(path))('[action$="/refunds"], [href^="/staff/invoices/"]')).to.have.lengthOf(2)
    expect((await browser.visit('/staff/orders?number=OR-1')).text).to.contain('We know no order of that number')
    await (await signedIn(await createUser({ role: 'mentor' }))).visit('/staff/orders').expect(403)
  })
})

describe('GET /staff/orders/:id', () => {
  it('gives money back for a line, no more than is left, for a reason that its buyer can read (P14)', async () => {
    const { browser, order, items, path, give, sam } = await desk()
    const $ = html(await browser.visit(path).expect(200))
    expect($('main').text()).to.contain('€84.00, VAT in it €13.41')
    await browser.visit(String($('main a[href^="/staff/invoices/"]').attr('href'))).expect(200)
    expect(await statementsOf(() => browser.visit(path))).to.have.length.below(7)
    const item = items[1]!.id
    for (const wrong of [
      {},
      { item, amount: '35.01', reason },
      { item, amount: '0', reason },
      { item: order.id, amount: '1', reason },
      { item, amount: '5' },
    ])
      expect((await give(wrong)).status).to.equal(422)
    expect((await give({ item, amount: '17.50', reason })).status).to.equal(303)

    expect(await Refund.findOne()).to.include({ amountMinor: 1750, taxMinor: 280, state: 'pending', decidedBy: sam.id })
    const [looked, gave] = await StaffAction.findAll({ where: { aboutId: order.buyerId }, order: ['id'] })
    expect([looked!.action, gave!.action, gave!.reason]).to.deep.equal(['opened an order', 'gave money back', reason])
    expect((await give({ item, amount: '1', reason })).status).to.equal(303)
    expect((await browser.visit(path)).text).to.contain('That is not possible')
    for (const state of ['pending', 'processing', 'failed', 'expired'] as const) {
      await order.update({ state })
      await give({ item: items[0]!.id, amount: '1', reason })
    }
    expect(await Refund.count(), 'of what was never paid').to.equal(1)
  })

  it('refuses what was asked, and sends again what came back', async () => {
    const { browser, items, path } = await desk()
    const state = {
      state: 'failed',
      settledAt: null,
      amountMinor: 100,
      taxMinor: 16,
      orderItemId: items[0]!.id,
    } as const
    const failed = await createRefund(state)
    const asked = await createRefund({ ...state, state: 'asked', orderItemId: items[1]!.id })
    const press = (refund: Refund, noun: string, fields: object) =>
      browser.submit(`/staff/refunds/${refund.id}/${noun}`, fields, { from: path })

    expect(html(await browser.visit(path))('[name=amount]').val(), 'what was asked').to.equal('1.00')
    expect(html(await press(asked, 'refusal', {}))(`#refusal-${asked.id}-reason-error`)).to.have.lengthOf(1)
    await press(asked, 'refusal', { reason })
    await press(failed, 'attempts', { reason })
    expect((await asked.reload()).state).to.equal('refused')
    expect(await failed.reload()).to.include({ state: 'pending', attempt: 1, stripeRefund: null })
    expect((await items[0]!.reload()).refundedMinor).to.equal(100)
  })

  it('leaves what one of us bought to somebody else, and of colleagues to an admin: nobody pays themselves back', async () => {
    const { sam, browser } = await desk()
    const [officer, ada] = [await createUser({ role: 'privacy' }), await createUser({ role: 'admin' })]
    for (const buyerId of [sam.id, officer.id]) {
      const { order, items } = await bought({ buyerId })
      const { number } = await issue(order)
      const { id } = await createRefund({ orderItemId: items[0]!.id, buyerId, state: 'failed', settledAt: null })
      const dispute = await createDispute({ orderId: order.id, buyerId })
      const [path, disputed] = [`/staff/orders/${order.id}`, `/staff/disputes/${dispute.id}`]
      for (const page of [path, disputed]) expect((await browser.visit(page)).status, page).to.equal(403)
      const named = { full: 'on', name: 'Somebody', address: 'Elsewhere' }
      for (const post of [
        ...[`${path}/refunds`, `${disputed}/evidence`, `/staff/invoices/${number}/correction`],
        ...[`/staff/refunds/${id}/attempts`, `/staff/refunds/${id}/refusal`],
      ]) {
        const fields = { item: items[1]!.id, amount: '1', reason, ...named }
        expect((await browser.submit(post, fields, { from: '/staff' })).status, post).to.equal(403)
      }
      await (await signedIn(ada)).visit(path).expect(200)
    }
    expect([await Invoice.count(), await Refund.count()], 'nothing was done').to.deep.equal([3, 2])
  })
})
