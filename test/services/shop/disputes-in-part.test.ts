import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Dispute, Enrolment, type Order, OrderItem, Refund, User } from '../../../src/models/index.ts'
import { onItsWay } from '../../../src/services/shop/earnings/on-its-way.ts'
import { statementOf } from '../../../src/services/shop/earnings/statement.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { previewsOf } from '../../../src/services/shop/refunds/preview.ts'
import { ordered } from '../../support/orders.ts'
import { openStripe } from '../../support/stripe.ts'

const now = () => new Date()
const states = async () =>
  (await Refund.findAll({ order: ['id'] })).map(({ state, amountMinor }) => `${state} ${amountMinor}`)

describe('A payment of which a bank takes a part back', () => {
  const account = openStripe()

  async function heard() {
    for (const event of account.events().reverse()) await account.tell(event)
    await drainQueue()
  }

  /** The bank asks for so much. Answers how to decide about it. */
  async function disputed({ stripePayment }: Order, amount: number) {
    const { id } = account.dispute(stripePayment!)
    account.store.get('dispute', id).amount = amount
    await heard()
    return async (how: 'won' | 'lost') => {
      account.decide(id, how)
      await heard()
    }
  }

  /** What is theirs of it, and what their statement says, which is the same. */
  async function earned(sellerId: string) {
    const mentor = (await User.findByPk(sellerId))!
    const [{ ways }, { statements }] = [
      await onItsWay(mentor, now()),
      await statementOf(mentor, now().getUTCFullYear()),
    ]
    expect(ways[0]!.waitingMinor + ways[0]!.heldMinor).to.equal(statements[0]!.sums.netMinor)
    return statements[0]!.sums
  }

  it('leaves the course open and the rest to its mentor, however often, until nothing is left (P29)', async () => {
    const { item, paid } = await ordered(account, { session: false })
    const order = await paid()
    const place = (await Enrolment.findOne({ where: { orderItemId: item.id } }))!
    for (const [amount, back, net] of [
      [1000, -1000, 2730],
      [900, -1900, 2100],
    ] as const) {
      await (await disputed(order, amount))('lost')
      expect(await earned(item.sellerId!)).to.include({ backMinor: back, netMinor: net })
      expect((await place.reload()).isFrozen).to.equal(false)
    }
    const decide = await disputed(order, 3000)
    await decide('lost')
    expect(await earned(item.sellerId!)).to.include({ backMinor: -4900, netMinor: 0 })
    expect((await place.reload()).isFrozen).to.equal(true)
    await decide('won')
    expect(await earned(item.sellerId!)).to.include({ backMinor: -1900, netMinor: 2100 })
    expect((await place.reload()).isFrozen).to.equal(false)

    await Dispute.destroy({ where: {} }) // three years later (P30)
    expect(await earned(item.sellerId!)).to.include({ backMinor: -1900, netMinor: 2100 })
  })

  it('has what is left of it given back, and not more, also what waited while it was open', async () => {
    const { item, maya, paid } = await ordered(account, { session: false })
    const order = await paid()
    const decide = await disputed(order, 1000)
    await giveBack(item, { amountMinor: 4900, reason: 'changed mind', words: 'Too easy' }, now())
    await decide('lost')
    expect(await states()).to.deep.equal(['refused 4900', 'succeeded 3900'])
    expect(await Refund.findOne({ order: [['id', 'desc']] })).to.include({ words: 'Too easy', taxMinor: 622 })
    expect(await item.reload()).to.include({ refundedMinor: 3900, lostMinor: 1000, leftMinor: 0 })
    expect((await Enrolment.findOne({ where: { learnerId: maya.id } }))!.revokedAt).to.be.a('date')
    expect((await previewsOf(order, now())).get(item.id)).to.include({ because: 'nothing left' })
    expect(await earned(item.sellerId!)).to.include({ backMinor: -4900, netMinor: 0 })
  })

  it('is shared out among its lines, and each gives back what is left of it', async () => {
    const { order, paid } = await ordered(account)
    await paid()
    await (await disputed(order, 940))('lost')
    const items = await OrderItem.findAll({ where: { orderId: order.id }, order: ['id'] })
    expect(items.map(({ lostMinor }) => lostMinor)).to.deep.equal([490, 450])
    const previews = await previewsOf(order, now())
    expect(items.map(({ id }) => previews.get(id)!.amountMinor)).to.deep.equal([4410, 4050])
  })
})
