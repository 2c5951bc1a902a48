import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { OrderItem, Refund } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { statementsOf } from '../../support/queries.ts'
import { createDispute, createOrder, createOrderItem, createRefund } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'
import { html, signedIn, type Visitor } from '../../support/visitor.ts'

const unpaid = { state: 'expired', paidAt: null, keptFrom: null } as const

async function cast() {
  const maya = await createUser()
  const paid = await createOrder({ buyerId: maya.id, number: 'T-PAID', createdAt: new Date('2026-05-01') })
  await createOrderItem({ orderId: paid.id, buyerId: maya.id, title: 'Joints', refundedMinor: 4900 })
  const ended = await createOrder({ buyerId: maya.id, number: 'T-ENDED', ...unpaid, createdAt: new Date('2026-06-01') })
  await createOrderItem({ orderId: ended.id, buyerId: maya.id, title: 'A first look', kind: 'session' })
  await createOrder({ number: 'T-OTHERS' })
  return { maya, paid, browser: await signedIn(maya) }
}

const numbers = async (browser: Visitor, query = '') => {
  const $ = html(await browser.visit(`/purchases${query}`).expect(200))
  return $('.ledger .soft')
    .toArray()
    .map((line) => $(line).text().split(',')[0])
}

describe('GET /purchases', () => {
  it('lists what somebody bought, what they left unpaid where it is asked for, and nothing of anybody else', async () => {
    const { browser } = await cast()
    const $ = html(await browser.visit('/purchases').expect(200))

    expect(await numbers(browser)).to.deep.equal(['T-PAID'])
    expect(await numbers(browser, '?status=over')).to.deep.equal(['T-ENDED'])
    expect($('.ledger .badge').text()).to.contain('Money given back')
    expect(await statementsOf(() => browser.visit('/purchases'))).to.have.lengthOf.below(6)
    await OrderItem.update({ refundedMinor: 0, lostMinor: 4900, lostAt: new Date() }, { where: { title: 'Joints' } })
    expect((await browser.visit('/purchases?status=refunded')).text).to.match(/badge[^>]*>\s*Money given back/)
  })

  it('takes filters, and shows all where they mean nothing', async () => {
    const { browser } = await cast()
    expect(await numbers(browser, '?type=course')).to.deep.equal(['T-PAID'])
    expect(await numbers(browser, '?from=2026-05-15&status=over')).to.deep.equal(['T-ENDED'])
    expect(await numbers(browser, '?from=2026-05-15')).to.deep.equal([])
    expect(await numbers(browser, '?status=refunded')).to.deep.equal(['T-PAID'])
    expect(await numbers(browser, '?status=disputed')).to.deep.equal([])
    expect(await numbers(browser, '?type=x&from=0000-01-01&status=%00&page=1')).to.deep.equal(['T-PAID'])
  })

  it('goes on where a page ends', async () => {
    const { maya, browser } = await cast()
    for (let times = 0; times < 20; times++) await createOrder({ buyerId: maya.id, ...unpaid })
    const $ = html(await browser.visit('/purchases?status=over'))
    expect($('.ledger h2')).to.have.lengthOf(20)
    expect(await numbers(browser, String($('[rel=next]').attr('href')).replace('/purchases', ''))).to.deep.equal([
      'T-ENDED',
    ])
  })
})

describe('GET /purchases.csv', () => {
  it('is a table of all lines of their own, and a head alone where there are none', async () => {
    const { browser } = await cast()
    const { headers, text } = await browser.visit('/purchases.csv').expect(200)
    const [head, ...lines] = text.trim().split('\r\n')

    expect(headers['content-disposition']).to.contain('purchases.csv')
    expect(head).to.equal(
      '"order","state","ordered","paid","country","kind","title","currency","price","discount","total","tax rate","tax","given back","invoices"',
    )
    expect(lines.map((line) => line.split(',')[0])).to.have.members(['"T-PAID"', '"T-ENDED"'])
    expect(lines.find((line) => line.includes('T-PAID')))
      .to.contain('"49.00","0.00","49.00"')
      .and.contain('"7.82","49.00"')
    expect((await (await signedIn(await createUser())).visit('/purchases.csv')).text.trim()).to.equal(head)
  })
})

describe('A purchase', () => {
  const account = openStripe()

  async function bought() {
    const made = await ordered(account)
    const browser = await signedIn(made.maya)
    const path = `/purchases/${made.order.id}`
    const page = async () => html(await browser.visit(path).expect(200))
    return {
      ...made,
      browser,
      path,
      page,
      give: (fields: object) => browser.submit(`${path}/refund`, fields, { from: path }),
    }
  }

  it('that is not paid can be gone on with', async () => {
    const { page, browser } = await bought()
    expect((await page())('main').text()).to.contain('waits for your payment')
    const { headers } = await browser.submit('/checkout/continuation', {}, { from: '/purchases' })
    expect(headers.location).to.match(/^http.*\/c\/pay/)
  })

  it('shows its lines, what was issued, what happened, and what goes back now', async () => {
    const { page, paid, browser, path, item } = await bought()
    await paid()
    const $ = await page()
    const said = $('main').text().replace(/\s+/g, ' ')

    expect($('a[href$=".pdf"]').text()).to.match(/Invoice R\d{4}-\d{6}/)
    expect($('a[href$="/correction"]')).to.have.lengthOf(1)
    expect(said).to.contain('You paid.').and.contain('was opened for you').and.contain('was booked for you')
    expect(said)
      .to.contain('€49.00 goes back to you at once')
      .and.contain('€45.00 goes back if you cancel the session now')
    expect(await statementsOf(() => browser.visit(path))).to.have.lengthOf.below(17)
    expect((await (await signedIn(await createUser())).visit(path)).status).to.equal(404)
    await createRefund({ orderItemId: item.id, state: 'asked', settledAt: null })
    expect((await page())('main').text()).to.contain('You asked for it back')
  })

  it('goes back line by line, once, and says so', async () => {
    const { page, paid, give, item, booked } = await bought()
    await paid()
    expect((await give({})).status).to.equal(422)
    expect((await give({ item: item.orderId })).status).to.equal(422)
    await give({ item: item.id, reason: 'Too easy' })
    expect((await page())('#flash').text()).to.contain('€49.00 is on its way back to you')
    await give({ item: item.id })
    await give({ item: booked.id })
    await drainQueue()

    expect(await Refund.findAll()).to.have.lengthOf(1)
    const $ = await page()
    expect($('.timeline').text()).to.contain('€49.00 went back to you').and.contain('Credit note')
    expect($('.badge').first().text()).to.equal('Part of it given back')
  })

  it('that a bank asks back says so, and gives nothing back meanwhile', async () => {
    const { page, paid, order, maya } = await bought()
    await paid()
    await createDispute({ orderId: order.id, buyerId: maya.id })
    const $ = await page()
    expect($('.badge').first().text()).to.equal('Asked back by a bank')
    expect($('form[action$="/refund"]')).to.have.lengthOf(0)
    expect($('.timeline').text()).to.contain('Your bank asked €49.00 back')
  })
})
