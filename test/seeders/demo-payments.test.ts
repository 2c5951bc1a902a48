import { expect } from 'chai'
import { seedDemoWorld } from '../../seeders/demo-world.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { Order, OrderItem, Refund, User } from '../../src/models/index.ts'
import { compareWithStripe } from '../../src/services/shop/ledger.ts'
import { giveBack } from '../../src/services/shop/refunds/give-back.ts'
import { look } from '../support/promises.ts'
import { openStripe } from '../support/stripe.ts'
import { html, signedIn } from '../support/visitor.ts'

describe('The demo world, where something stands in for Stripe', () => {
  openStripe()

  it('has paid there for all that was bought: the books agree, anybody can be given theirs back, and Maya has a coupon in her cart (P03, P29)', async () => {
    await seedDemoWorld({ atStripe: true })
    const orders = await Order.count()
    expect(await compareWithStripe(new Date(0))).to.deep.equal({ compared: orders, differing: [] })
    for (const promise of ['P03', 'P10', 'P29'] as const)
      expect(await look(promise), promise).to.include({ state: 'kept' })

    const luis = (await User.findOne({ where: { email: 'luis@example.org' } }))!
    const { id, totalMinor } = (await OrderItem.findOne({ where: { buyerId: luis.id } }))!
    await giveBack({ id }, { amountMinor: totalMinor, reason: 'outside policy' }, new Date())
    await drainQueue()
    expect(await Refund.findOne({ where: { orderItemId: id } })).to.include({ state: 'succeeded' })
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
    const maya = await signedIn((await User.findOne({ where: { email: 'maya@example.org' } }))!)
    const cart = html(await maya.visit('/cart').expect(200))('main').text()
    for (const words of ['Speaking to a room', 'TENTH', '€40.00', '€36.00']) expect(cart).to.contain(words)
  }).timeout(20_000)
})
