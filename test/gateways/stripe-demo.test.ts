import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as soon } from 'node:timers/promises'
import { expect } from 'chai'
import { load } from 'cheerio'
import { createApp } from '../../src/app.ts'
import { config } from '../../src/config.ts'
import { stripe } from '../../src/gateways/stripe.ts'
import { ProviderEvent } from '../../src/models/index.ts'
import { simulateStripe } from '../../src/simulators/stripe/server.ts'
import { anOrder, pay } from '../support/payments.ts'
import { card, openStripe } from '../support/stripe.ts'

describe('The dashboard of Stripe in the demo', () => {
  const account = openStripe()

  it('gives money back, lets a bank dispute, and tells what happened, by buttons alone', async () => {
    const { payment } = await pay(account)
    await press('Refund', { amount: '9.80' })
    await press('Refund', { amount: '980' }, 422)
    await press('Dispute')
    await press('Lost')

    expect(await stripe.refundsOf(payment)).to.have.nested.property('[0].amountMinor', 980)
    const { id } = account.store.all('dispute')[0]!
    expect(await stripe.dispute(id)).to.include({ state: 'lost', amountMinor: 8820 })
    expect((await board()).text())
      .to.contain('€98.00')
      .and.contain('charge.dispute.closed')
  })

  it('lets a transfer come, and a refund come back', async () => {
    const { id, url } = await stripe.openCheckout(anOrder())
    await account.press(url, { act: 'transfer' })
    await press('The money came')
    const { paid, payment } = await stripe.checkout(id)
    const refund = account.giveBack(payment!)
    await press('Came back')

    expect(paid).to.equal(true)
    expect((await stripe.refundState(refund.id)).state).to.equal('failed')
  })

  it('lets nobody press them from another site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    const answer = await fetch(`${config.stripe.apiBase}/dashboard/events/x/deliveries`, { method: 'POST', headers })
    expect(answer.status).to.equal(403)
  })

  async function board() {
    return load(await (await fetch(`${config.stripe.apiBase}/dashboard`)).text())('main')
  }

  /** The first button that is called so. */
  async function press(name: string, typed: Record<string, string> = {}, status = 303) {
    const form = (await board()).find('form').filter((_, form) => load(form)('button').text() === name)
    const button = form.first().find('button')
    const url = config.stripe.apiBase + form.first().attr('action')
    const answer = await account.press(url, { ...typed, [button.attr('name') ?? '']: button.attr('value') ?? '' })
    expect(answer.status, name).to.equal(status)
  }
})

describe('Stripe in the demo', () => {
  let site: Server
  after(() => site.close())

  it('remembers from one start to the next, and tells the site by itself what it did not hear before', async () => {
    const options = { port: config.stripe.simulator!.port, folder: `${config.dataDir}/stripe`, delivers: true }
    const first = await simulateStripe(options)
    const { id, url } = await stripe.openCheckout(anOrder())
    await fetch(url, { method: 'POST', body: new URLSearchParams({ card: card.pays }), redirect: 'manual' })
    await first.stop()

    site = createApp().listen(config.port)
    await once(site, 'listening')
    const second = await simulateStripe(options)
    while ((await ProviderEvent.count()) === 0) await soon(20)
    expect(await ProviderEvent.findOne()).to.include({ type: 'checkout.session.completed', object: id })
    expect((await stripe.checkout(id)).paid).to.equal(true)
    await second.stop()
  })
})
