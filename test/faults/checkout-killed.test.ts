import { expect } from 'chai'
import { v4 } from 'uuid'
import { drainQueue } from '../../src/jobs/queue.ts'
import { CartItem, Enrolment, Invoice, Mail, Order } from '../../src/models/index.ts'
import { takeEvent } from '../../src/services/shop/events.ts'
import { compareWithStripe } from '../../src/services/shop/ledger.ts'
import { settleOrders } from '../../src/services/shop/settle-orders.ts'
import { signed } from '../../src/simulators/stripe/post.ts'
import { createCourse } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { spawnTrellis } from '../support/processes.ts'
import { createCartItem } from '../support/shop-factories.ts'
import { openStripe } from '../support/stripe.ts'

/** So many buyers, each of whom loses us at another of the steps, evenly from the first to the last. */
const BUYERS = 8

describe('Buying, when the process is killed between any two steps', () => {
  const account = openStripe()

  it('goes on where it stopped: whoever paid has it once, with one invoice, and whoever had not pays once (P29)', async () => {
    const course = await createCourse({ priceMinor: 4900, status: 'published' })
    const begin = async (killAt?: number, known?: { BUYER: string; CLIENT_TOKEN: string }) => {
      const who = known ?? { BUYER: (await createUser()).id, CLIENT_TOKEN: v4() }
      if (!known) await createCartItem({ memberId: who.BUYER, courseId: course.id, priceSeenMinor: 4900 })
      const at = { KILL_AT: String(killAt ?? '') }
      return { who, process: spawnTrellis('test/faults/support/checkout-process.ts', { ...who, ...at }) }
    }

    const whole = await begin()
    await whole.process.says('steps')
    const steps = Number(/in (\d+) steps/.exec(whole.process.said())![1])
    const killed = Array.from({ length: BUYERS }, (_, n) => begin(Math.round(1 + (n * (steps - 1)) / (BUYERS - 1))))
    const begun = await Promise.all(killed)
    for (const { process } of begun) expect(await process.ended).to.equal(null)

    for (const event of account.events()) {
      const { body, signature } = signed(event)
      await takeEvent(Buffer.from(body), signature, new Date())
    }
    await drainQueue()
    await settleOrders({ now: new Date(), dryRun: false, confirmed: false })

    // Whoever had not come so far sends the form again.
    const states = await Order.findAll({ where: { state: 'paid' } })
    const left = begun.filter(({ who }) => !states.some(({ buyerId }) => buyerId === who.BUYER))
    expect([left.length > 0, left.length < BUYERS]).to.deep.equal([true, true])
    const again = await Promise.all(left.map(({ who }) => begin(undefined, who)))
    for (const { process } of again) expect(await process.ended, process.said()).to.equal(0)

    const all = BUYERS + 1
    expect(await Order.findAll({ where: { state: 'paid' } })).to.have.lengthOf(all)
    expect([await Enrolment.count(), await Invoice.count(), await CartItem.count()]).to.deep.equal([all, all, 0])
    expect(await Mail.count({ where: { template: 'receipt' } })).to.equal(all)
    expect(account.store.all('payment_intent', { status: 'succeeded' })).to.have.lengthOf(all)
    expect(await compareWithStripe(new Date(0))).to.deep.equal({ compared: all, differing: [] })
  }).timeout(120_000)
})
