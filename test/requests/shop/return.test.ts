import { expect } from 'chai'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { statementsOf } from '../../support/queries.ts'
import { openStripe } from '../../support/stripe.ts'
import { html, htmx, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /checkout/return', () => {
  const account = openStripe()

  async function back(wishes: object = {}) {
    const world = await ordered(account, wishes)
    const { order, maya } = world
    return {
      ...world,
      browser: await signedIn(maya),
      path: `/checkout/return?order=${order.id}&cs=${order.stripeSession}`,
    }
  }

  it('settles what is paid before anybody told us, and shows where everything is', async () => {
    const { browser, path, pay, course, booking } = await back()
    await pay()
    const $ = html(await browser.visit(path).expect(200))

    expect($('h1').text()).to.equal('It is yours')
    expect($('.ledger').text()).to.contain('Joints that hold').and.contain('A first look')
    expect($(`.ledger a[href="/sessions/${booking.id}"]`)).to.have.lengthOf(1)
    expect($('.ledger a').first().attr('href')).to.equal(`/learn/${course.slug}`)
    expect($('[hx-get]')).to.have.lengthOf(0)
    expect($('header a[href="/cart"]').text()).not.to.match(/\d/)
    expect(await statementsOf(() => browser.visit(path))).to.have.length.below(7)
  })

  it('says that we are checking, looks again by itself or by a link, and says so also while Stripe is silent', async () => {
    const { browser, path, order } = await back()
    const $ = html(await browser.visit(path))
    const again = `/checkout/return?order=${order.id}`

    expect($('.lead').text()).to.contain('We are checking the payment')
    expect($(`a[href="${again}"]`).text()).to.equal('Look again')
    expect($('#_standing').attr()).to.include({ 'hx-get': again, 'hx-trigger': 'every 3s' })
    const part = await browser.agent.get(again).set(htmx)
    expect(html(part)('h1')).to.have.lengthOf(0)
    account.faults.push('error')
    expect((await browser.visit(path).expect(200)).text).to.contain('We are checking the payment')
    await order.update({ stripeSession: 'cs_test_nobody_knows' })
    expect((await browser.visit(again).expect(200)).text).to.contain('We are checking the payment')
  })

  it('shows no one page more than twice a second to one person: Stripe is asked for each, and others have to pay, too', async () => {
    const { browser, path, order } = await back({ session: false })
    for (const page of [path, `/purchases/${order.id}`]) {
      for (let times = 0; times < 120; times += 20)
        await Promise.all(Array.from({ length: 20 }, () => browser.visit(page).expect(200)))
      await browser.visit(page).expect(429)
    }
  })

  it('says that a transfer takes some days, and that a payment which failed took nothing', async () => {
    const { browser, path, order, url } = await back({ session: false })
    await account.press(url, { act: 'transfer' })
    expect(html(await browser.visit(path))('.lead').text()).to.contain('is on its way')
    expect(html(await browser.visit('/cart'))('main').text()).to.contain('Your payment for it is on its way')
    const waiting = html(await browser.visit('/purchases?status=waiting'))
    expect(waiting('.ledger').text()).to.contain('The payment is on its way')
    const steps = html(await browser.visit(`/purchases/${order.id}`))('aside').text()
    expect(steps).to.contain('Your payment is on its way.')
    account.settleTransfer(order.stripeSession!, false)
    expect(html(await browser.visit(path))('.lead').text()).to.contain('Nothing was taken')
  })

  it('says of what could not be given any more that the money goes back', async () => {
    const { browser, path, booking, pay } = await back()
    await pay()
    await booking.destroy()
    expect(html(await browser.visit(path))('.ledger').text()).to.contain('€45.00 goes back to you')
  })

  it('is not there for anybody else, nor with another number than that of its page', async () => {
    const { path, order, browser, pay } = await back({ session: false })
    await pay()
    const bob = await signedIn(await createUser())
    await bob.visit(path).expect(404)
    for (const wrong of [`order=${order.id}&cs=cs_test_forged`, 'order=nothing', `order=${order.id}&cs=`]) {
      await browser.visit(`/checkout/return?${wrong}`).expect(404)
    }
    expect((await order.reload()).state).to.equal('pending')
    expect((await visitor().visit(path)).headers.location).to.contain('/login')
  })
})
