import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Alarm, Invoice, Mail, Refund } from '../../../src/models/index.ts'
import { tryAgain } from '../../../src/services/shop/refunds/decide.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { recordRefund } from '../../../src/services/shop/refunds/record.ts'
import { syncRefunds } from '../../../src/services/shop/refunds/sync.ts'
import { createUser } from '../../support/factories.ts'
import { ordered, refundStates } from '../../support/orders.ts'
import { card, openStripe } from '../../support/stripe.ts'

const now = () => new Date()

describe('What happens to a refund at Stripe', () => {
  const account = openStripe()

  it('comes back and rings, until it is sent anew; its credit note is issued once', async () => {
    const { item, paid } = await ordered(account, { session: false })
    const { stripePayment } = await paid(card.failsToRefund)
    await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, now())
    await drainQueue()
    const refund = (await Refund.findOne())!
    expect(refund.state).to.equal('failed')
    expect((await item.reload()).refundedMinor).to.equal(0)
    expect(await Alarm.findOne()).to.include({ kind: 'refund failed', detail: refund.id, resolvedAt: null })

    const sam = await createUser({ role: 'support' })
    account.store.all('payment_method')[0]!._number = card.pays.replaceAll(' ', '')
    expect(await tryAgain(refund, { staff: sam, reason: 'New card', now: now() })).to.equal(true)
    await drainQueue()
    await syncRefunds(stripePayment!, now())
    expect(await refund.reload()).to.include({ state: 'succeeded', attempt: 1 })
    expect((await item.reload()).refundedMinor).to.equal(4900)
    expect((await Alarm.findOne())!.resolvedAt).to.be.a('date')
    expect(await Invoice.count({ where: { kind: 'credit note' } })).to.equal(1)
  })

  it('appears here where it was made in the dashboard, of the line it fits, and is not given twice', async () => {
    const { order, item, booked, paid } = await ordered(account)
    const payment = (await paid()).stripePayment!
    account.giveBack(payment, 4500)
    account.giveBack(payment, 1000)
    for (let n = 0; n < 2; n++) for (const event of account.events()) await account.tell(event)
    await drainQueue()
    expect([(await item.reload()).refundedMinor, (await booked.reload()).refundedMinor]).to.deep.equal([1000, 4500])
    expect(await refundStates()).to.deep.equal(['succeeded 4500', 'succeeded 1000'])

    await giveBack(item, { amountMinor: 3900, reason: 'changed mind' }, now())
    account.giveBack(payment)
    await drainQueue()
    expect((await refundStates()).toSorted()).to.deep.equal([
      'refused 3900',
      'succeeded 1000',
      'succeeded 3900',
      'succeeded 4500',
    ])
    expect((await item.reload()).refundedMinor).to.equal(4900)
    const notes = await Invoice.sum('totalMinor', { where: { orderId: order.id } })
    expect(notes).to.equal(0)
  })

  it('stays where it has come to, should older news be worked on later', async () => {
    const { item, paid } = await ordered(account, { session: false })
    await paid(card.refundsLater)
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, now()))!
    await drainQueue()
    const { stripeRefund: id } = await refund.reload()
    for (const [state, stands] of [
      ['succeeded', 'succeeded'],
      ['pending', 'succeeded'],
      ['failed', 'failed'],
      ['succeeded', 'failed'],
      ['pending', 'failed'],
    ] as const) {
      await recordRefund(refund.id, { id, state }, now())
      expect((await refund.reload()).state).to.equal(stands)
    }
    expect((await item.reload()).refundedMinor).to.equal(0)
    expect(await Mail.count({ where: { template: 'refunded' } })).to.equal(1)
  })
})
