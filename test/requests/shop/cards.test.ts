import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { stripe } from '../../../src/gateways/stripe.ts'
import { StripeCustomer } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { anOrder, pay } from '../../support/payments.ts'
import { buyer } from '../../support/shop-buyer.ts'
import { createStripeCustomer } from '../../support/shop-factories.ts'
import { card, openStripe } from '../../support/stripe.ts'
import { html, signedIn } from '../../support/visitor.ts'

/** Somebody who had Stripe remember the card they paid with. */
async function remembered(account: ReturnType<typeof openStripe>) {
  const maya = await createUser()
  const { customer } = await pay(account, card.pays, anOrder({ rememberCard: true }))
  await createStripeCustomer({ memberId: maya.id, customer: customer! })
  const browser = await signedIn(maya)
  const page = async () => html(await browser.visit('/settings/cards').expect(200))
  const remove = async (path?: string) =>
    browser.submit(
      path ?? String((await page())('form[action$="/removal"]').attr('action')),
      {},
      { from: '/settings/profile' },
    )
  return { maya, customer: customer!, browser, page, remove }
}

describe('The cards that Stripe remembers', () => {
  const account = openStripe()

  it('are shown by brand and last four digits, asked for at that moment, and nothing of them is kept (P03)', async () => {
    const { customer, page } = await remembered(account)
    expect((await page())('.ledger p').text()).to.equal('Visa ending in 4242')
    expect(JSON.stringify(await StripeCustomer.findAll()))
      .to.contain(customer)
      .and.not.to.match(/visa|4242/i)
  })

  it('are removed there; with the last one goes the customer, there and here (P03)', async () => {
    const { customer, page, remove } = await remembered(account)
    expect((await remove()).headers.location).to.equal('/settings/cards')

    const $ = await page()
    expect($('#flash').text()).to.contain('Stripe has forgotten that card')
    expect($('.empty h2').text()).to.equal('No card is remembered')
    expect(await StripeCustomer.count()).to.equal(0)
    expect(account.store.get('customer', customer)).to.include({ deleted: true })
  })

  it('of somebody else are not there to be removed', async () => {
    const { page } = await remembered(account)
    const action = (await page())('form[action$="/removal"]').attr('action')
    const other = await remembered(account)
    expect((await other.remove(action)).status).to.equal(404)
    expect((await page())('.ledger p')).to.have.lengthOf(1)
  })

  it('are said to be out of sight while Stripe does not answer', async () => {
    const { page } = await remembered(account)
    const { apiBase } = config.stripe
    config.stripe.apiBase = 'http://127.0.0.1:9'
    const text = (await page())('main').text()
    config.stripe.apiBase = apiBase
    expect(text).to.contain('does not answer at the moment')
  })

  it('keep nobody from paying once they are gone, though nobody told us', async () => {
    const { maya, form, send } = await buyer()
    const { customer } = await pay(account, card.pays, anOrder({ rememberCard: true }))
    await createStripeCustomer({ memberId: maya.id, customer: customer! })
    await stripe.deleteCustomer(customer!)

    const filled = await form()
    expect((await send(filled)).status).to.equal(503)
    expect((await send(filled)).status).to.equal(303)
  })
})
