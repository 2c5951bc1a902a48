import { expect } from 'chai'
import { v4 } from 'uuid'
import { type StripeRefused, stripe } from '../../src/gateways/stripe.ts'
import { anOrder, passed, pay } from '../support/payments.ts'
import { card, openStripe } from '../support/stripe.ts'

const DAY = 24 * 60 * 60 * 1000
const refundId = v4()
const some = { amountMinor: 4900, refundId, orderId: v4() }

describe('Money that goes back by Stripe', () => {
  const account = openStripe()

  it('goes once for a key, never more than was paid, and shows beside what the dashboard gave back', async () => {
    const { payment } = await pay(account)
    const refund = await stripe.refund({ payment, key: 'refund:r1', ...some })
    expect(await stripe.refund({ payment, key: 'refund:r1', ...some })).to.deep.equal(refund)
    account.store.now = () => new Date(Date.now() + 2 * DAY)
    expect(await stripe.refund({ payment, key: 'refund:r1', ...some })).to.deep.equal(refund)
    account.store.now = () => new Date()
    expect(refund).to.include({ state: 'succeeded', payment, amountMinor: 4900, currency: 'EUR', refundId })

    expect(await codeOf(stripe.refund({ payment, key: 'refund:r2', ...some, amountMinor: 4901 }))).to.be.a('string')
    account.giveBack(payment, 4900)
    expect(await codeOf(stripe.refund({ payment, key: 'refund:r3', ...some }))).to.equal('charge_already_refunded')
    const all = await stripe.refundsOf(payment)
    expect(all.map(({ refundId, amountMinor }) => [refundId, amountMinor])).to.deep.equal([
      [null, 4900],
      [refundId, 4900],
    ])
    const [known] = await Array.fromAsync(stripe.payments(new Date(0)))
    expect(known).to.include({ id: payment, refundedMinor: 9800 })
  })

  it('may come later, or come back to us', async () => {
    const [later, fails] = [await pay(account, card.refundsLater), await pay(account, card.failsToRefund)]
    const refund = await stripe.refund({ payment: later.payment, key: 'later', ...some })
    expect(refund.state).to.equal('pending')
    account.settleRefund(refund.id, true)
    expect((await stripe.refundState(refund.id)).state).to.equal('succeeded')

    const { id } = await stripe.refund({ payment: fails.payment, key: 'fails', ...some })
    expect((await stripe.refundState(id)).state).to.equal('failed')
    expect((await stripe.refund({ payment: fails.payment, key: 'again', ...some })).amountMinor).to.equal(4900)
    expect(account.events().map(({ type }) => type)).to.include.members(['charge.refunded', 'refund.failed'])
  })
})

describe('A payment that a bank asks back', () => {
  const account = openStripe()

  it('can be answered once until its day, can be won, lost and won again, and is not refunded meanwhile', async () => {
    const { payment } = await pay(account, card.disputed)
    const { id } = account.store.all('dispute', { payment_intent: payment })[0]!
    const open = await stripe.dispute(id)
    expect(open).to.include({ state: 'open', payment, reason: 'fraudulent', amountMinor: 9800, currency: 'EUR' })
    expect(open.evidenceDueAt!.getTime()).to.be.above(Date.now() + 7 * DAY)
    expect(await codeOf(stripe.refund({ payment, key: 'meanwhile', ...some }))).to.equal('charge_disputed')

    const evidence = { product_description: passed('A course, opened on the same day') }
    expect((await stripe.answerDispute(id, evidence, 'first')).state).to.equal('answered')
    expect((await stripe.answerDispute(id, evidence, 'first')).state).to.equal('answered')
    expect(await codeOf(stripe.answerDispute(id, { service_date: passed('today') }, 'first'))).to.be.a('string')
    expect(account.store.get('dispute', id).evidence).to.deep.equal(evidence)
    for (const state of ['lost', 'won'] as const) {
      account.decide(id, state)
      expect((await stripe.dispute(id)).state).to.equal(state)
    }
    expect((await stripe.refund({ payment, key: 'won', ...some })).state).to.equal('succeeded')
  })
})

describe('Somebody whose card Stripe remembers', () => {
  const account = openStripe()

  it('is known there only if they wish, sees brand and last four, pays again with it, and can take it away (P03)', async () => {
    expect((await pay(account)).customer).to.equal(null)
    const { customer } = await pay(account, card.pays, anOrder({ rememberCard: true }))
    const [first, ...more] = await stripe.cardsOf(customer!)
    expect(first).to.deep.equal({ id: first!.id, brand: 'visa', last4: '4242' })
    expect(more).to.deep.equal([])

    const { id, url } = await stripe.openCheckout(anOrder({ customer: customer! }))
    expect(await (await fetch(url)).text()).to.include('visa ending in 4242')
    await account.press(url, { saved: first!.id })
    expect(await stripe.checkout(id)).to.include({ paid: true, customer })

    await stripe.removeCard(first!.id)
    await stripe.removeCard(first!.id)
    expect(await stripe.cardsOf(customer!)).to.deep.equal([])
  })

  it('is deleted once and for all, and what was paid is forgotten after 90 days (P29)', async () => {
    const email = passed('leaver@example.org')
    const { id, payment, customer } = await pay(account, card.pays, anOrder({ email, rememberCard: true }))
    await stripe.deleteCustomer(customer!)
    await stripe.deleteCustomer(customer!)
    expect(await stripe.cardsOf(customer!)).to.deep.equal([])
    expect(account.events().at(-1)!.type).to.equal('customer.deleted')

    const objects = { customers: [customer!], checkout_sessions: [id], payment_intents: [payment] }
    expect(account.everything()).to.contain(email)
    const early = await stripe.redact(objects, 'redact:1')
    expect(await stripe.redactionOf(early)).to.equal('failed')
    expect(await codeOf(stripe.runRedaction(early))).to.be.a('string')

    account.store.now = () => new Date(Date.now() + 91 * DAY)
    const job = await stripe.redact(objects, 'redact:2')
    expect(await stripe.redactionOf(job)).to.equal('ready')
    await stripe.runRedaction(job)
    expect(await stripe.redactionOf(job)).to.equal('done')
    expect(account.everything()).not.to.contain(email)
    account.store.now = () => new Date()
  })
})

describe('A mentor who is paid by Stripe', () => {
  const account = openStripe()

  it('tells Stripe all it asks on its own page, then gets shares, each once, of which a part may be fetched back', async () => {
    const mentor = await stripe.openAccount('account:1')
    expect(await stripe.openAccount('account:1')).to.equal(mentor)
    expect(await stripe.accountOf(mentor)).to.deep.equal({ ready: false })
    const share = { account: mentor, amountMinor: 4000, currency: 'EUR', key: 'payout:1', itemId: 'i1' }
    expect(await codeOf(stripe.transfer(share))).to.equal('insufficient_capabilities_for_transfer')

    const link = await stripe.accountLink(mentor)
    expect(await (await fetch(link)).text()).to.include('Where you are paid')
    expect((await account.press(link, { answer: 'all' })).headers.get('Location')).to.match(/\/mentor\/earnings$/)
    expect((await fetch(link)).status).to.equal(410)
    expect(await stripe.accountOf(mentor)).to.deep.equal({ ready: true })

    const sent = await stripe.transfer({ ...share, key: 'payout:2' })
    await stripe.reverseTransfer(sent, 1500)
    account.store.now = () => new Date(Date.now() + 2 * DAY)
    expect(await stripe.transfer({ ...share, key: 'payout:2' })).to.equal(sent)
    await stripe.reverseTransfer(sent, 1500)
    account.store.now = () => new Date()
    expect(await codeOf(stripe.reverseTransfer(sent, 4001))).to.be.a('string')
    expect(account.store.get('transfer', sent)).to.include({ amount_reversed: 1500, reversed: false })
  })
})

async function codeOf(work: Promise<unknown>) {
  return ((await work.catch((error) => error)) as StripeRefused).original?.code
}
