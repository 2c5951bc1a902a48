import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Booking, Enrolment, Invoice, Mail, Refund, StaffAction, Ticket } from '../../../src/models/index.ts'
import { bookingService } from '../../../src/services/mentoring/booking-service.ts'
import { askForRefund } from '../../../src/services/shop/refunds/ask.ts'
import { giveByStaff, refuseByStaff } from '../../../src/services/shop/refunds/decide.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { previewsOf } from '../../../src/services/shop/refunds/preview.ts'
import { sharesOf } from '../../../src/services/shop/refunds/shares.ts'
import { allotted } from '../../../src/services/shop/refunds/sync.ts'
import { createUser } from '../../support/factories.ts'
import { ledger, ordered } from '../../support/orders.ts'
import { statementsOf } from '../../support/queries.ts'
import { openStripe } from '../../support/stripe.ts'

const DAY = 24 * 60 * 60 * 1000
const now = () => new Date()
const states = async () =>
  (await Refund.findAll({ order: ['id'] })).map(({ state, amountMinor }) => `${state} ${amountMinor}`)

describe('The shares of a refund', () => {
  it('come to tax and discount of the line to the cent, however it is cut (P29)', () => {
    const line = { priceMinor: 4900, discountMinor: 333, totalMinor: 4567, taxMinor: 729, lostMinor: 0 }
    for (const cut of [1, 7, 100, 1111, 4566]) {
      const parts: ReturnType<typeof sharesOf>[] = []
      for (let gone = 0; gone < line.totalMinor; ) {
        const before = { amountMinor: gone, taxMinor: parts.reduce((sum, { taxMinor }) => sum + taxMinor, 0) }
        parts.push(sharesOf(line, Math.min(cut, line.totalMinor - gone), before))
        gone += parts.at(-1)!.amountMinor
      }
      const sum = (name: keyof ReturnType<typeof sharesOf>) => parts.reduce((all, part) => all + part[name], 0)
      expect([sum('taxMinor'), sum('discountMinor'), sum('priceMinor')]).to.deep.equal([729, 333, 4900])
    }
    const lines = [4900, 4500, 0].map((leftMinor) => ({ leftMinor }))
    expect(allotted(4500, lines)).to.deep.equal([0, 4500, 0])
    expect(allotted(941, lines)).to.deep.equal([491, 450, 0])
  })
})

describe('Money that somebody asks back', () => {
  const account = openStripe()

  it('goes at once within the policy, once, with a credit note and a letter; the course closes', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    await paid()
    await order.reload({ include: 'items' })
    expect(await statementsOf(() => previewsOf(order, now()))).to.have.lengthOf.below(5)
    const said = await Promise.all([1, 2].map(() => askForRefund(order, item, 'Too easy', now())))
    expect(said[0]).to.include({ way: 'at once', amountMinor: 4900, taxMinor: 782, discountMinor: 0 })
    await drainQueue()

    expect(await states()).to.deep.equal(['succeeded 4900'])
    expect((await Enrolment.findOne())!.revokedAt).to.be.a('date')
    expect(await Invoice.findOne({ where: { kind: 'credit note' } })).to.include({ totalMinor: -4900, taxMinor: -782 })
    expect(await Mail.count({ where: { template: 'refunded' } })).to.equal(1)
    await order.reload({ include: 'items' })
    expect((await previewsOf(order, now())).get(item.id)).to.include({ way: 'none', because: 'nothing left' })
  })

  it('is asked of our staff outside of it, who give a part or say why not, for the buyer to read (P14)', async () => {
    const [one, other] = [await ordered(account, { session: false }), await ordered(account, { session: false })]
    const sam = await createUser({ role: 'support' })
    const act = { staff: sam, reason: 'You watched half of it', now: now() }
    for (const { order, item, paid } of [one, other]) {
      await paid()
      await askForRefund(order, item, 'I changed my mind', new Date(Date.now() + 15 * DAY))
    }
    const [asked, second] = await Refund.findAll({ order: ['id'] })
    expect(asked).to.include({ state: 'asked', amountMinor: 4900, words: 'I changed my mind' })
    expect(await Ticket.findByPk(asked!.ticketId!)).to.include({ category: 'payment', requesterId: one.maya.id })

    expect(await giveByStaff(one.item, 2450, act)).to.equal(true)
    expect([await refuseByStaff(second!, act), await refuseByStaff(second!, act)]).to.deep.equal([true, false])
    await drainQueue()
    expect(await states()).to.deep.equal(['succeeded 2450', 'refused 4900'])
    expect(await asked!.reload()).to.include({ taxMinor: 391, decidedBy: sam.id })
    expect((await one.item.reload()).refundedMinor).to.equal(2450)
    expect(await Enrolment.count({ where: { revokedAt: null } })).to.equal(2)
    const noted = (await StaffAction.findAll({ order: ['id'] })).map(({ action, aboutId }) => [action, aboutId])
    expect(noted).to.deep.include.members([
      ['gave money back', one.maya.id],
      ['refused a refund', other.maya.id],
    ])
    expect(await giveBack(one.item, { amountMinor: 9999, reason: 'stripe' }, now())).to.include({ amountMinor: 2450 })
  })
})

describe('A paid session that does not come about', () => {
  const account = openStripe()

  it('is paid back by what the policy says, in the same breath', async () => {
    const [declined, late] = [await ordered(account), await ordered(account)]
    for (const { paid } of [declined, late]) await paid()
    const [asked, agreed] = await Promise.all([declined, late].map(({ booking }) => booking.reload()))
    await bookingService.decline(asked!, 'I am away', now())
    await bookingService.accept(agreed!, now())
    const soon = new Date(agreed!.startsAt.getTime() - 5 * 60 * 60 * 1000)
    expect((await previewsOf(late.order, soon)).get(late.booked.id)).to.include({ way: 'cancel', amountMinor: 2250 })
    await bookingService.cancel(agreed!, 'mentee', null, soon)
    await drainQueue()

    const refunds = [...(await ledger(declined.order)).refunds, ...(await ledger(late.order)).refunds]
    expect(
      refunds.map(({ reason, amountMinor, taxMinor, state }) => [reason, amountMinor, taxMinor, state]),
    ).to.deep.equal([
      ['declined', 4500, 718, 'succeeded'],
      ['cancelled', 2250, 359, 'succeeded'],
    ])
    expect((await Booking.findByPk(asked!.id))!.refundPercent).to.equal(100)
  })
})
