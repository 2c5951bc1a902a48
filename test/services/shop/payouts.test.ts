import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Payout, SellerAccount, User } from '../../../src/models/index.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { payOut } from '../../../src/services/shop/earnings/pay-out.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { createUser } from '../../support/factories.ts'
import { ordered } from '../../support/orders.ts'
import { createSellerAccount } from '../../support/shop-factories.ts'
import { openStripe } from '../../support/stripe.ts'
import { html, signedIn } from '../../support/visitor.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const inDays = (days: number) => ({ now: new Date(Date.now() + days * DAY), dryRun: false, confirmed: false })

describe('What a mentor earned', () => {
  const account = openStripe()
  const transfers = () => account.store.all('transfer')

  /** A course that was sold, and its mentor. */
  async function sold() {
    const made = await ordered(account, { session: false })
    await made.paid()
    return { ...made, ...(await known(made.course.authorId!)) }
  }

  /** A mentor about whom Stripe knows enough. */
  async function known(id: string) {
    const mentor = (await User.findByPk(id))!
    const browser = await signedIn(mentor)
    const { headers } = await browser.submit('/mentor/earnings/account', {}, { from: '/mentor/earnings' })
    await account.press(headers.location!, { answer: 'all' })
    for (const event of account.events()) await account.tell(event)
    await drainQueue()
    return { mentor, browser }
  }

  it('is sent to their account at Stripe two weeks later, once, and shown on its way there (P03)', async () => {
    const { browser, mentor } = await sold()
    expect(await SellerAccount.findOne()).to.include({ sellerId: mentor.id, ready: true })
    expect(
      html(await browser.visit('/mentor/earnings'))('#payouts ~ .stats dd')
        .first()
        .text(),
    ).to.equal('€34.30')

    const change = await browser.submit('/mentor/earnings/account', {}, { from: '/mentor/earnings' })
    expect(change.headers.location).to.match(/\/express\/acct_/)
    expect(await payOut(inDays(13))).to.deep.equal({ paidOut: 0, fetchedBack: 0 })
    await Promise.all([payOut(inDays(15)), payOut(inDays(15))])
    expect(await payOut(inDays(16))).to.deep.equal({ paidOut: 0, fetchedBack: 0 })
    expect(transfers().map(({ amount, currency }) => [amount, currency])).to.deep.equal([[3430, 'eur']])
    expect(await Payout.findOne()).to.include({ amountMinor: 3430, stripeTransfer: transfers()[0]!.id })
    expect(
      html(await browser.visit('/mentor/earnings'))('#payouts ~ .stats dd')
        .last()
        .text(),
    ).to.equal('€34.30')
  })

  it('waits while a refund is open, and is fetched back after one, to the cent', async () => {
    const { item } = await sold()
    await giveBack(item, { amountMinor: 1900, reason: 'outside policy' }, new Date())
    expect(await payOut(inDays(15))).to.include({ paidOut: 0 })
    await drainQueue()
    expect(await payOut(inDays(15))).to.include({ paidOut: 1 })
    await giveBack(item, { amountMinor: 3000, reason: 'outside policy' }, new Date())
    await drainQueue()
    expect([await payOut(inDays(16)), await payOut(inDays(17))]).to.deep.equal([
      { paidOut: 0, fetchedBack: 1 },
      { paidOut: 0, fetchedBack: 0 },
    ])
    const [sent] = transfers()
    expect(await Payout.findOne()).to.deep.include({ reversedMinor: sent!.amount_reversed })
    expect(sent!.reversed).to.equal(true)
  })

  it('of a session that was cancelled late is what is kept, two weeks after it would have ended', async () => {
    const { booking, paid } = await ordered(account)
    await paid()
    await known(booking.mentorId!)
    await booking.reload()
    const lateBy = new Date(booking.startsAt.getTime() - 5 * HOUR)
    expect(await bookingService.cancel(booking, 'mentee', null, lateBy)).to.equal(true)
    await drainQueue()

    const after = (days: number) => ({ ...inDays(0), now: new Date(booking.endsAt.getTime() + days * DAY) })
    expect(await payOut(after(13))).to.include({ paidOut: 0 })
    expect(await payOut(after(15))).to.include({ paidOut: 1 })
    expect(transfers()[0]!.amount).to.equal(1575) // 70 % of the half of €45
  })

  it('goes nowhere while payouts are off, Stripe does not know enough, or its mentor is suspended', async () => {
    const { mentor } = await sold()
    await mentor.update({ suspendedAt: new Date() })
    expect(await payOut(inDays(15))).to.include({ paidOut: 0 })
    await mentor.update({ suspendedAt: null })
    await SellerAccount.update({ ready: false }, { where: {} })
    expect(await payOut(inDays(15))).to.include({ paidOut: 0 })
    await SellerAccount.update({ ready: true }, { where: {} })
    config.stripe.payouts = false
    expect(await payOut(inDays(15))).to.deep.equal({})
    config.stripe.payouts = true
    expect(await Payout.count()).to.equal(0)
  })

  it('cannot be sent to the account of another, which stays one however often it is asked for', async () => {
    const mentor = await createUser({ role: 'mentor' })
    const { account: known } = await createSellerAccount({ sellerId: mentor.id })
    const browser = await signedIn(mentor)
    expect((await browser.submit('/mentor/earnings/account', {}, { from: '/mentor/earnings' })).status).to.equal(503)
    expect(await SellerAccount.findAll()).to.have.lengthOf(1)
    expect((await SellerAccount.findOne())!.account).to.equal(known)
  })
})
