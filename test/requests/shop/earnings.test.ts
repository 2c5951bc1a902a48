import { expect } from 'chai'
import { exportOf } from '../../support/exports.ts'
import { createUser } from '../../support/factories.ts'
import { bought } from '../../support/invoices.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { statementsOf } from '../../support/queries.ts'
import { createOrder, createOrderItem, createRefund } from '../../support/shop-factories.ts'
import { raw } from '../../support/uploads.ts'
import { html, signedIn } from '../../support/visitor.ts'

const inMay = new Date('2026-05-31T23:59:59Z')
const inJuly = new Date('2026-07-01T00:00:00Z')

/** Two of a course in May, one of which half went back in July, and a session in July. */
async function cast() {
  const tomas = await createUser({ role: 'mentor' })
  const buyer = await createUser({ name: 'Maya Buyer', email: 'maya.buyer@example.net' })
  const sold = async (paidAt: Date, item: object = {}) =>
    createOrderItem({
      orderId: (await createOrder({ buyerId: buyer.id, paidAt })).id,
      buyerId: buyer.id,
      sellerId: tomas.id,
      ...item,
    })
  await sold(inMay)
  const half = await sold(inMay, { refundedMinor: 2450 })
  await createRefund({ orderItemId: half.id, buyerId: buyer.id, amountMinor: 2450, taxMinor: 391, settledAt: inJuly })
  await sold(inJuly, {
    kind: 'session',
    title: 'A first look',
    priceMinor: 1000,
    totalMinor: 1000,
    taxMinor: 160,
    feeMinor: 300,
  })
  return { tomas, browser: await signedIn(tomas) }
}

describe('GET /mentor/earnings', () => {
  it('shows what was sold by thing and month, to the cent, and nobody who bought it (P09)', async () => {
    const { browser, tomas } = await cast()
    const page = await browser.visit('/mentor/earnings?year=2026').expect(200)
    const $ = html(page)
    const rows = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td, th')
          .toArray()
          .map((cell) => $(cell).text()),
      )

    expect(rows).to.deep.equal([
      ['May', 'Joints that hold', '2', '€98.00', '€0.00', '€29.40', '€68.60'],
      ['July', 'Joints that hold', '0', '€0.00', '-€24.50', '-€7.35', '-€17.15'],
      ['July', 'A first look', '1', '€10.00', '€0.00', '€3.00', '€7.00'],
    ])
    expect($('.stat dd').first().text()).to.equal('€58.45')
    expect($('.facts').text()).to.match(/Given back within the first days\s*€24.50/)
    expect(page.text).not.to.match(/maya/i)
    const { text } = await exportOf(tomas.id)
    expect(text['purchases/items.csv'])
      .to.contain('Joints that hold')
      .and.not.to.match(/"(782|1900)"/)
    const table = await browser.visit('/mentor/earnings.csv?year=2026').expect(200)
    expect(table.text).to.contain('"2026-05","course","Joints that hold","EUR","2","98.00","0.00","29.40","68.60"')
    expect(table.text, 'numbers to reckon with').to.contain('"0","0.00","-24.50","-7.35","-17.15"')
    const paper = await browser.agent.get('/mentor/earnings.pdf?year=2026').buffer().parse(raw)
    expect(textOfPdf(paper.body)).to.contain('Earnings in 2026').and.contain('€58.45')
    expect(table.text + textOfPdf(paper.body)).not.to.match(/maya/i)
    expect(await statementsOf(() => browser.visit('/mentor/earnings?year=2026'))).to.have.lengthOf.below(8)
  })

  it('comes along in an export without what was bought together, which would tell who: a session has a name (P09, P15)', async () => {
    const tomas = await createUser({ role: 'mentor' })
    const { order, items } = await bought()
    for (const item of items) await item.update({ sellerId: tomas.id })
    await createOrderItem({ buyerId: tomas.id, taxMinor: 4321 })
    const { text } = await exportOf(tomas.id)
    const [head, own, ...sold] = text['purchases/items.csv']!.trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const [together, made, tax, kind] = ['orderId', 'createdAt', 'taxMinor', 'kind'].map((name) =>
      head!.indexOf(`"${name}"`),
    )

    expect([own![tax!], own![kind!], own!.length]).to.deep.equal(['"4321"', '"course"', head!.length])
    expect(sold.map((line) => [line[kind!], line[together!], line[made!], line[tax!]])).to.deep.equal([
      ['"course"', '', '', ''],
      ['"session"', '', '', ''],
    ])
    expect(sold.flat().join()).not.to.contain(order.id)
  })

  it('is the same wherever a buyer lives, whatever the tax is there (P09)', async () => {
    const shown = async (tax: { taxRate: number; taxMinor: number }) => {
      const tomas = await createUser({ role: 'mentor' })
      const { id: orderId } = await createOrder({ paidAt: inMay })
      await createOrderItem({ orderId, sellerId: tomas.id, ...tax })
      const browser = await signedIn(tomas)
      const pages = await Promise.all(['', '.csv'].map((end) => browser.visit(`/mentor/earnings${end}?year=2026`)))
      return [html(pages[0]!)('#content').text(), pages[1]!.text]
    }
    expect(await shown({ taxRate: 2700, taxMinor: 1042 })).to.deep.equal(await shown({ taxRate: 0, taxMinor: 0 }))
  })

  it('says so where nothing was sold, and is for mentors alone', async () => {
    const { browser } = await cast()
    expect(html(await browser.visit('/mentor/earnings?year=2024'))('.empty h2').text()).to.equal('Nothing sold in 2024')
    expect((await (await signedIn(await createUser())).visit('/mentor/earnings')).status).to.equal(403)
  })
})
