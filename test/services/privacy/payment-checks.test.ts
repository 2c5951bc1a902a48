import { expect } from 'chai'
import { sql } from '../../../src/lib/sql.ts'
import { Invoice, Order, ProviderEvent } from '../../../src/models/index.ts'
import { bought, issue } from '../../support/invoices.ts'
import { look } from '../../support/promises.ts'
import { createRefund, createStripeCustomer } from '../../support/shop-factories.ts'

const wrong = { state: 'broken', figure: '1 value about payments that should not be there' }

describe('The check of what is kept about payments', () => {
  beforeEach(async () => {
    const { order, items } = await bought()
    await issue(order)
    await createRefund({ orderItemId: items[0]!.id })
    await createStripeCustomer()
    await ProviderEvent.create({ event: 'evt_1', type: 'refund.failed', object: 're_1' })
  })

  it('finds of a card nothing but Stripe’s numbers, and says so (P03)', async () => {
    const { state, figure } = await look('P03')
    expect(state, figure).to.equal('kept')
    expect(figure).to.match(/^1\d\d columns about payments, none about a card but by Stripe’s numbers$/)
  })

  it('notices a column for what is on a card, wherever it is, and one that nobody declared (P03)', async () => {
    await sql('alter table users add column card_brand text')
    const card = await look('P03')
    await sql('alter table users drop column card_brand')
    await sql('alter table orders add column mood text')
    const mood = await look('P03')
    await sql('alter table orders drop column mood')

    expect(card).to.deep.equal({ state: 'broken', figure: '1 column made for what is on a card' })
    expect(mood).to.deep.equal({ state: 'broken', figure: '1 column about payments that nobody declared' })
  })

  it('notices the number of a card in a text that nobody wrote, and what is none of Stripe’s numbers (P03)', async () => {
    await Order.update({ number: '4242 4242 4242 4242' }, { where: {} })
    expect(await look('P03')).to.deep.equal(wrong)
    await Order.update({ number: 'R-1', stripePayment: '4242, until 12/34' }, { where: {} })
    expect(await look('P03')).to.deep.equal(wrong)
  })

  it('notices what Stripe says of a card in an event, a document or a task that waits (P03)', async () => {
    await ProviderEvent.update({ object: '{"last4":"4242"}' }, { where: {} })
    expect(await look('P03')).to.deep.equal(wrong)
    await ProviderEvent.update({ object: 'ch_1' }, { where: {} })

    await sql(`select graphile_worker.add_job('handle-event', '{"card":{"brand":"visa"}}')`)
    expect(await look('P03')).to.deep.equal(wrong)
    await sql('delete from graphile_worker._private_jobs')
    expect(await look('P03')).to.include({ state: 'kept' })

    await sql('alter table invoices disable trigger keep_invoices')
    await Invoice.update({ body: { exp_month: 12 } as never }, { where: {} })
    await sql('alter table invoices enable trigger keep_invoices')
    expect(await look('P03')).to.deep.equal(wrong)
  })
})
