import { expect } from 'chai'
import { stripe } from '../../../src/gateways/stripe.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { OrderItem, Payout, SellerAccount, User } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { payOut } from '../../../src/services/shop/earnings/pay-out.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { withdraw } from '../../../src/services/shop/refunds/record.ts'
import { ordered } from '../../support/orders.ts'
import { createSellerAccount } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'
import { signedIn } from '../../support/visitor.ts'

const DAY = 24 * 60 * 60 * 1000
const after = (days: number) => new Date(Date.now() + days * DAY)
const run = (days: number) => payOut({ now: after(days), dryRun: false, confirmed: false })

describe('What a mentor earned', () => {
  const account = openStripe()

  /** A course that was sold, and its mentor, whom Stripe can pay. */
  async function sold() {
    const made = await ordered(account, { session: false })
    await made.paid()
    const sellerId = made.course.authorId!
    const at = await stripe.openAccount(`account:${sellerId}`)
    await account.press(await stripe.accountLink(at), { answer: 'all' })
    await createSellerAccount({ sellerId, account: at, ready: true })
    return { ...made, at, mentor: (await User.findByPk(sellerId))! }
  }

  async function heard() {
    for (const event of account.events()) await account.tell(event)
    await drainQueue()
  }

  const sent = async () =>
    (await Payout.findAll({ order: ['nth'] })).map(({ amountMinor, reversedMinor }) => [amountMinor, reversedMinor])

  it('is fetched back once a refund has arrived, and sent anew when that comes back to us and is not needed any more', async () => {
    const { item } = await sold()
    expect(await run(15)).to.deep.equal({ paidOut: 1, fetchedBack: 0 })
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'outside policy' }, new Date()))!
    expect(await run(16)).to.deep.equal({ paidOut: 0, fetchedBack: 0 })
    await drainQueue()
    expect(await run(16)).to.deep.equal({ paidOut: 0, fetchedBack: 1 })

    account.settleRefund((await refund.reload()).stripeRefund!, false)
    await heard()
    expect((await refund.reload()).state).to.equal('failed')
    expect(await run(17)).to.deep.equal({ paidOut: 0, fetchedBack: 0 })
    await withdraw(refund.id, new Date())
    await Promise.all([run(18), run(18)])
    expect(await sent()).to.deep.equal([
      [3430, 3430],
      [3430, 0],
    ])

    await giveBack(item, { amountMinor: 1000, reason: 'outside policy' }, new Date())
    await drainQueue()
    expect([await run(19), await run(19)].map((done) => done.fetchedBack)).to.deep.equal([1, 0])
    expect(await sent()).to.deep.equal([
      [3430, 3430],
      [3430, 700],
    ])
    const [last, first] = account.store.all('transfer').map((transfer) => transfer.amount_reversed)
    expect([first, last]).to.deep.equal([3430, 700])
  })

  it('is fetched back once, though nobody wrote that down and more has gone back since', async () => {
    const { item } = await sold()
    await run(15)
    for (const day of [16, 17]) {
      await Payout.update({ reversedMinor: 0 }, { where: {} }) // killed before
      await giveBack(item, { amountMinor: 1000, reason: 'outside policy' }, new Date())
      await drainQueue()
      expect(await run(day)).to.include({ fetchedBack: 1 })
    }
    expect(account.store.all('transfer')[0]!.amount_reversed).to.equal(1400)
    expect(await sent()).to.deep.equal([[3430, 1400]])
  })

  it('waits for a bank that asks the payment back, also where it could not be sent before', async () => {
    const { order } = await sold()
    account.faults.push('error')
    expect(await run(15)).to.include({ paidOut: 0 })
    expect(await sent()).to.deep.equal([[3430, 0]])
    const { id } = account.dispute(order.stripePayment!)
    await heard()
    expect(await run(16)).to.include({ paidOut: 0 })
    account.decide(id, 'won')
    await heard()
    expect(await run(17)).to.include({ paidOut: 1 })
  })

  it('is sent though they have left meanwhile, as they were told; then nothing says any more where to', async () => {
    const { at, item, mentor } = await sold()
    const { text } = await (await signedIn(mentor)).visit('/settings/delete')
    expect(text).to.contain('€34.30 that has not been sent')
    await mentor.askForErasure(new Date(), 'delete')
    await new ErasureService().erase(mentor, after(15))
    expect(await SellerAccount.count()).to.equal(0)
    expect((await item.reload()).payoutAccount).to.equal(at)

    expect(await run(13)).to.include({ paidOut: 0 })
    expect(await run(15)).to.include({ paidOut: 1 })
    expect(account.store.all('transfer')[0]).to.include({ destination: at, amount: 3430 })
    expect(await OrderItem.findOne()).to.include({ payoutAccount: null, sellerId: null })
    expect(await run(16)).to.deep.equal({ paidOut: 0, fetchedBack: 0 })
  })

  it('is sent to who has left also where a refund was open on that day, and came to nothing', async () => {
    const { item, mentor } = await sold()
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'outside policy' }, new Date()))!
    await mentor.askForErasure(new Date(), 'delete')
    await new ErasureService().erase(mentor, after(15))
    expect(await run(15)).to.include({ paidOut: 0 })
    await withdraw(refund.id, new Date())
    expect(await run(15)).to.include({ paidOut: 1 })
    expect((await item.reload()).payoutAccount).to.equal(null)
  })

  it('leaves no account behind where the refund arrives, of a time that was gone before it was theirs', async () => {
    const { item, mentor } = await sold()
    await OrderItem.update({ deliveredAt: null }, { where: {} })
    await giveBack(item, { amountMinor: 4900, reason: 'time gone' }, new Date())
    await mentor.askForErasure(new Date(), 'delete')
    await new ErasureService().erase(mentor, after(15))
    expect((await item.reload()).payoutAccount).to.be.a('string')
    await drainQueue()
    expect(await run(15)).to.include({ paidOut: 0 })
    expect((await item.reload()).payoutAccount).to.equal(null)
  })
})
