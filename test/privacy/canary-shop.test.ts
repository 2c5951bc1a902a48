import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { files } from '../../src/gateways/files.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { schedule } from '../../src/jobs/schedule.ts'
import { daysAfter } from '../../src/lib/due.ts'
import { Booking, Invoice, Order, OrderItem, Refund, StripeCustomer, StripeRedaction } from '../../src/models/index.ts'
import { tableOf } from '../../src/privacy/table.ts'
import { askToLeave } from '../../src/services/privacy/erasure/leaving.ts'
import { checks } from '../../src/services/privacy/promises/checks/index.ts'
import { isIntact } from '../../src/services/shop/invoices/digest.ts'
import { invoicePdf } from '../../src/services/shop/invoices/pdf.ts'
import { compareWithStripe } from '../../src/services/shop/ledger.ts'
import { canaryShopper, marks } from '../support/canary-shopper.ts'
import { whereStands } from '../support/everywhere.ts'
import { exportOf } from '../support/exports.ts'
import { printable } from '../support/invoices.ts'
import { hearLog } from '../support/log-lines.ts'
import { mailbox } from '../support/mailbox.ts'
import { textOfPdf } from '../support/pdf.ts'
import { openStripe } from '../support/stripe.ts'
import { openZoom } from '../support/zoom.ts'

const texts = Object.values(marks)
const holds = (text: string) => texts.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))
const run = (name: string, now: Date) =>
  schedule.find((job) => job.name === name)!.run({ now, dryRun: false, confirmed: false })
const documents = async () => {
  const all = await Invoice.findAll({ order: ['id'] })
  return Promise.all(
    all.map(async (invoice) => ({
      invoice,
      text: textOfPdf(await buffer(await invoicePdf(await printable(invoice)))),
    })),
  )
}

describe('Somebody who can be told from everybody, from the cart to the end of the books', () => {
  const account = openStripe()
  const zoom = openZoom()
  const log = hearLog()

  it('takes all of theirs along, and then is nowhere: here, in the log, at Stripe, at Zoom, in the books (P03, P10, P16, P23, P28, P29)', async () => {
    const { person, buy, thinkAgain } = await canaryShopper(account)
    const order = await buy()
    await thinkAgain(order)
    const now = new Date()
    const { customer } = (await StripeCustomer.findOne({ rejectOnEmpty: true }))!
    expect(holds(account.everything()), 'of them Stripe knows the address to write to').to.deep.equal([marks.email])
    expect(holds(JSON.stringify(zoom.meetings()))).to.deep.equal([marks.name, marks.email])
    expect(await Refund.findOne()).to.include({ state: 'succeeded', amountMinor: 4900 })

    const { bytes, text } = await exportOf(person.id)
    const printed = Object.entries(bytes).filter(([path]) => path.endsWith('.pdf'))
    const papers = printed.map(([, bytes]) => textOfPdf(Buffer.from(bytes)))
    expect(holds(Object.values(text).join('\n'))).to.have.members(texts)
    expect(papers, 'the first, its credit note, the one that stands, the credit note of the course').to.have.lengthOf(4)
    for (const mark of [marks.billed, marks.address, marks.corrected, marks.moved])
      expect(papers.join('\n'), mark).to.contain(mark)
    expect(Object.values(text).join('\n')).not.to.match(/4242 ?4242|last4|exp_month/)

    await askToLeave(person, 'delete', now)
    const gone = daysAfter(now, 15)
    expect(await run('erase-due-accounts', gone)).to.include({ erased: 1, failed: 0, verified: 1 })
    await drainQueue()
    await run('settle-orders', gone)
    await drainQueue()
    expect((await mailbox()).at(-1)).to.include({ to: person.email, subject: 'Your account is deleted' })
    for (const trace of [...texts, person.id]) expect(await whereStands(trace), trace).to.deep.equal([])
    expect(await Array.fromAsync(files.list())).to.deep.equal([])
    expect(account.store.get('customer', customer).deleted).to.equal(true)
    expect(holds(JSON.stringify(zoom.meetings()))).to.deep.equal([])
    expect(await Booking.findOne(), 'the mentor had a session, with whom is forgotten').to.include({
      menteeId: null,
      message: null,
    })

    const redacted = daysAfter(now, 91)
    account.store.now = () => redacted
    for (let n = 0; n < 3; n++) await run('settle-orders', redacted)
    account.store.now = () => new Date()
    expect(await StripeRedaction.findOne()).to.include({ state: 'done' })
    expect(holds(account.everything()), 'at Stripe after 90 days').to.deep.equal([])
    expect(await whereStands(customer)).to.deep.equal([])
    expect(holds(log.join('')), 'in the log').to.deep.equal([])
    expect(log.join('')).to.contain('/checkout')

    const books = await documents()
    expect(books).to.have.lengthOf.at.least(4)
    expect(holds(books.map(({ text }) => text).join('\n'))).to.deep.equal([])
    for (const words of ['Joints that hold', '€49.00', '€94.00', '19 %', 'Germany', order.number])
      expect(books[0]!.text, words).to.contain(words)
    for (const { invoice } of books) expect(isIntact(invoice), invoice.number).to.equal(true)
    expect(await order.reload()).to.include({ buyerId: null, buyerName: null, totalMinor: 9400, country: 'DE' })
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
    for (const promise of ['P03', 'P23', 'P29'] as const)
      expect((await checks[promise]!({ now } as never)).state, promise).to.equal('kept')

    const end = new Date(`${order.keptFrom}T00:00:00Z`)
    end.setUTCFullYear(end.getUTCFullYear() + yearsOf(Order))
    const kept = () => Promise.all([Order, OrderItem, Invoice, Refund].map((model) => (model as typeof Order).count()))
    await run('enforce-retention', daysAfter(end, -1))
    expect(await kept(), 'to the last day of the books').to.deep.equal([1, 2, books.length, 1])
    await run('enforce-retention', daysAfter(end, 2))
    expect(await kept(), 'after it').to.deep.equal([0, 0, 0, 0])
  }).timeout(60_000)
})

/** What the declaration says. */
function yearsOf(model: typeof Order) {
  const { retention } = tableOf(model)
  return Number.parseInt((retention as { keep: string }).keep, 10)
}
