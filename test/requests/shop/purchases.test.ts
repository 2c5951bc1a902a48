import { expect } from 'chai'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { createOrder, createOrderItem } from '../../support/shop-factories.ts'
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
  return $('.ledger h2')
    .toArray()
    .map((heading) => $(heading).text().trim())
}

describe('GET /purchases', () => {
  it('lists what somebody bought or was about to, and nothing of anybody else', async () => {
    const { browser } = await cast()
    const $ = html(await browser.visit('/purchases').expect(200))

    expect(await numbers(browser)).to.deep.equal(['T-ENDED', 'T-PAID'])
    expect($('.ledger .badge').text()).to.contain('Never paid').and.contain('Money given back')
    expect(await statementsOf(() => browser.visit('/purchases'))).to.have.lengthOf.below(6)
  })

  it('takes filters, and shows all where they mean nothing', async () => {
    const { browser } = await cast()
    expect(await numbers(browser, '?type=course')).to.deep.equal(['T-PAID'])
    expect(await numbers(browser, '?from=2026-05-15')).to.deep.equal(['T-ENDED'])
    expect(await numbers(browser, '?status=refunded')).to.deep.equal(['T-PAID'])
    expect(await numbers(browser, '?status=disputed')).to.deep.equal([])
    expect(await numbers(browser, '?type=x&from=never&status=%00&page=1')).to.have.lengthOf(2)
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
