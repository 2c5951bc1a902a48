import { expect } from 'chai'
import { v4 } from 'uuid'
import { config } from '../../src/config.ts'
import { type StripeFailed, StripeRefused, stripe } from '../../src/gateways/stripe.ts'
import { anOrder } from '../support/payments.ts'
import { card, openStripe } from '../support/stripe.ts'

const o1 = v4()
const half = { amountMinor: 2450, key: 'refund:1', refundId: v4(), orderId: o1 }

describe('A page to pay at Stripe', () => {
  const account = openStripe()

  it('shows titles and prices, learns an id that tells nothing, and is one page however often it is asked for (P10)', async () => {
    const order = anOrder()
    const page = await stripe.openCheckout(order)
    const text = await (await fetch(page.url)).text()

    expect(new URL(page.url).origin).to.equal(config.stripe.checkoutOrigin)
    expect(text).to.include('Joints that hold').and.include('€49.00').and.include('A session')
    expect(await stripe.openCheckout(order)).to.deep.equal(page)
    const session = account.store.get('checkout.session', page.id)
    expect(session).to.include({ customer_email: 'maya@example.org', client_reference_id: order.id })
    expect([session.metadata, session._forPayment]).to.deep.equal([{ order: order.id }, { order: order.id }])
    expect(await codeOf(stripe.openCheckout({ ...order, items: [] }))).to.equal('idempotency_error')
    expect((await stripe.openCheckout({ ...order, attempt: 2 })).id).to.not.equal(page.id)
  })

  it('is paid by a card, and leads back with its number', async () => {
    const { id, url } = await stripe.openCheckout(anOrder({ id: o1 }))
    expect(await stripe.checkout(id)).to.include({ state: 'open', paid: false, payment: null, customer: null })
    const answer = await account.press(url, { card: card.pays })

    expect(answer.status).to.equal(303)
    expect(answer.headers.get('Location')).to.equal(`${config.baseUrl}/checkout/return?order=${o1}&cs=${id}`)
    const { payment, ...paid } = await stripe.checkout(id)
    expect(paid).to.include({ state: 'complete', paid: true, processing: false, customer: null, orderId: o1 })
    expect(paid).to.include({ amountMinor: 9800, currency: 'EUR' })
    const payments = await Array.fromAsync(stripe.payments(new Date(Date.now() - 1000)))
    expect(payments).to.deep.include({
      ...{ id: payment, orderId: o1, paid: true, amountMinor: 9800, refundedMinor: 0, currency: 'EUR' },
    })
    expect((await stripe.expireCheckout(id)).paid).to.equal(true)
  })

  it('stays with a sentence after a refusal, asks the owner of a card, and can be left to expire', async () => {
    const { id, url } = await stripe.openCheckout(anOrder({ rememberCard: true }))
    const declined = await account.press(url, { card: card.declined })
    expect(declined.status).to.equal(422)
    expect(await declined.text()).to.include('Your card was declined.')
    expect((await account.press(url, { card: '1234' })).status).to.equal(422)

    expect((await account.press(url, { card: card.asks })).headers.get('Location')).to.equal(`/c/pay/${id}/bank`)
    expect((await account.press(`${url}/bank`, { answer: 'no' })).status).to.equal(422)
    expect(await stripe.checkout(id)).to.include({ state: 'open', paid: false })
    await account.press(url, { card: card.asks })
    expect((await account.press(`${url}/bank`, { answer: 'yes' })).status).to.equal(303)
    const done = await stripe.checkout(id)
    expect(done).to.include({ state: 'complete', paid: true })
    expect(await stripe.cardsOf(done.customer!), 'only that which its owner stood by').to.have.lengthOf(1)

    const other = await stripe.openCheckout(anOrder())
    expect(await stripe.expireCheckout(other.id)).to.include({ state: 'expired', paid: false })
    expect((await stripe.expireCheckout(other.id)).state).to.equal('expired')
    expect((await fetch(other.url)).status).to.equal(410)
  })

  it('is complete before a transfer has come, which comes later or never', async () => {
    const [comes, fails] = [await stripe.openCheckout(anOrder()), await stripe.openCheckout(anOrder())]
    for (const { id, url } of [comes, fails]) {
      await account.press(url, { act: 'transfer' })
      expect(await stripe.checkout(id)).to.include({ state: 'complete', paid: false, processing: true })
    }
    const [intent] = account.store.all('payment_intent')
    intent!.status = 'requires_action' // a voucher, or a transfer that its buyer still has to send
    expect((await stripe.checkout(fails.id)).processing).to.equal(true)
    intent!.status = 'processing'
    account.settleTransfer(comes.id, true)
    account.settleTransfer(fails.id, false)

    expect(await stripe.checkout(comes.id)).to.include({ paid: true, processing: false })
    expect(await stripe.checkout(fails.id)).to.include({ paid: false, processing: false })
    expect(account.events().slice(-2)).to.have.nested.property('[1].type', 'checkout.session.async_payment_failed')
  })

  it('is refused where it would last less than half an hour, and is not found where there is none', async () => {
    const soon = new Date(Date.now() + 20 * 60_000)
    expect(await codeOf(stripe.openCheckout(anOrder({ expiresAt: soon })))).to.equal('invalid_request_error')
    expect(await codeOf(stripe.checkout('cs_test_none'))).to.equal('resource_missing')
  })
})

describe('What goes wrong with Stripe', () => {
  const account = openStripe()

  it('is a failure with a code, and what was done before the line broke is done once', async () => {
    const order = anOrder()
    account.faults.push('error', 'busy', 'cut after')
    expect(await codeOf(stripe.openCheckout(order))).to.equal('500')
    expect(await codeOf(stripe.openCheckout(order))).to.equal('rate_limit')
    const { id } = await stripe.openCheckout(order) // the SDK tries a broken line once more

    expect(account.store.all('checkout.session', { client_reference_id: order.id })).to.have.lengthOf(1)
    expect(account.store.get('checkout.session', id).status).to.equal('open')
  })

  it('is said in Stripe’s words where a request is not one: without the key, with what it does not know', async () => {
    const ask = (body: string, headers: Record<string, string>) =>
      fetch(`${config.stripe.apiBase}/v1/refunds`, { method: 'POST', body: new URLSearchParams(body), headers })
    const known = { Authorization: `Bearer ${config.stripe.secretKey}` }

    expect((await ask('', { Authorization: 'Bearer sk_guess' })).status).to.equal(401)
    const unknown = await (await ask('amount=1&colour[0]=red', known)).json()
    expect(unknown.error).to.include({ code: 'parameter_unknown', param: 'colour', type: 'invalid_request_error' })
    const wrong = await (await ask('amount=much', known)).json()
    expect(wrong.error).to.include({ code: 'parameter_invalid_integer', param: 'amount' })
    const replayed = { ...known, 'Idempotency-Key': 'a' }
    await ask('payment_intent=pi_none', replayed)
    expect((await ask('payment_intent=pi_none', replayed)).headers.get('Idempotent-Replayed')).to.equal('true')
  })

  it('is a refusal with Stripe’s code when money cannot go back', async () => {
    const error = await stripe.refund({ payment: 'pi_none', ...half }).catch((error) => error)
    expect(error).to.be.instanceOf(StripeRefused)
    expect(error).to.include({ code: 'resource_missing', status: 503 })
  })
})

async function codeOf(work: Promise<unknown>) {
  return ((await work.catch((error) => error)) as StripeFailed).original.code
}
