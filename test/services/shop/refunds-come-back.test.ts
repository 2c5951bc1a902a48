import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { pool } from '../../../src/db/pool.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Alarm, Enrolment, Invoice, type Refund } from '../../../src/models/index.ts'
import { correctInvoice } from '../../../src/services/shop/invoices/correct.ts'
import { standingInvoice } from '../../../src/services/shop/invoices/issue.ts'
import { invoicePdf } from '../../../src/services/shop/invoices/pdf.ts'
import { printables } from '../../../src/services/shop/invoices/printable.ts'
import { compareWithStripe } from '../../../src/services/shop/ledger.ts'
import { tryAgain } from '../../../src/services/shop/refunds/decide.ts'
import { giveBack } from '../../../src/services/shop/refunds/give-back.ts'
import { previewsOf } from '../../../src/services/shop/refunds/preview.ts'
import { syncRefunds } from '../../../src/services/shop/refunds/sync.ts'
import { createUser } from '../../support/factories.ts'
import { ordered, refundStates } from '../../support/orders.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { look } from '../../support/promises.ts'
import { card, openStripe } from '../../support/stripe.ts'
import { signedIn } from '../../support/visitor.ts'

const now = () => new Date()

describe('A refund that comes back', () => {
  const account = openStripe()

  it('opens the course again where it comes back late, and is sent again, not twice; the books follow (P29)', async () => {
    const { maya, order, item, paid } = await ordered(account, { session: false })
    await paid()
    const again = () => tryAgain(refund, { staff: sam, reason: 'New card', now: now() })
    const documents = async () =>
      (await Invoice.findAll({ order: ['id'] })).map(({ kind, totalMinor }) => `${kind} ${totalMinor}`)
    const place = (await Enrolment.findOne())!
    const sam = await createUser({ role: 'support' })
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, now()))!
    await drainQueue()
    expect((await place.reload()).isLive).to.equal(false)

    await comesBack(refund)
    expect((await place.reload()).isLive).to.equal(true)
    expect(await documents()).to.deep.equal(['invoice 4900', 'credit note -4900', 'invoice 4900'])
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
    const [, note, taken] = await Invoice.findAll({ order: ['id'] })
    const { text } = await (await signedIn(maya)).visit(`/purchases/${order.id}`)
    expect(text).to.contain(`takes back ${note!.number}`)
    const paper = textOfPdf(await buffer(await invoicePdf((await printables([taken!.id]))[0]!)))
    expect(paper).to.contain('Takes back').and.contain(note!.number).and.contain('The money came back to us')
    expect(await giveBack(item, { amountMinor: 4900, reason: 'outside policy' }, now())).to.equal(null)
    expect((await previewsOf(await order.reload(), now())).get(item.id)).to.include({ because: 'under way' })

    expect([await again(), await again()]).to.deep.equal([true, false])
    await drainQueue()
    expect(await refundStates()).to.deep.equal(['succeeded 4900'])
    expect((await place.reload()).isLive).to.equal(false)
    expect((await documents()).at(-1)).to.equal('credit note -4900')
    expect((await compareWithStripe(new Date(0))).differing).to.deep.equal([])
  })

  it('comes back after the invoice was put right: that one stands, and none is taken for a correction (P23)', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    await paid()
    const refund = (await giveBack(item, { amountMinor: 1900, reason: 'outside policy' }, now()))!
    await drainQueue()
    const named = { buyerName: 'Maya', buyerAddress: 'There', company: null, companyAddress: null, vatId: null }
    const second = await correctInvoice(await standingInvoice(order.id), named, now())
    await comesBack(refund)
    expect((await standingInvoice(order.id)).id).to.equal(second.id)
    const third = await correctInvoice(second, { ...named, buyerName: 'Maya Ash' }, now())
    expect([third.totalMinor, await Invoice.sum('totalMinor')]).to.deep.equal([4900, 4900])
    expect((await look('P23')).figure).to.equal('2 invoices put right, 2 with the first on record')
  })

  it('gives way where somebody was faster in the dashboard after it came back', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    const { stripePayment } = await paid(card.failsToRefund)
    await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, now())
    await drainQueue()
    account.store.all('payment_method')[0]!._number = card.pays.replaceAll(' ', '')
    account.giveBack(stripePayment!)
    await syncRefunds(stripePayment!, now())
    expect((await refundStates()).toSorted()).to.deep.equal(['refused 4900', 'succeeded 4900'])
    expect((await Alarm.findOne())!.resolvedAt).to.be.a('date')
    expect(await Invoice.sum('totalMinor', { where: { orderId: order.id } })).to.equal(0)
  })

  it('waits for what Stripe tells of the same line meanwhile, and does not stand in its way', async () => {
    const { order, item, paid } = await ordered(account, { session: false })
    await paid(card.failsToRefund)
    const refund = (await giveBack(item, { amountMinor: 4900, reason: 'changed mind' }, now()))!
    await drainQueue()
    const sam = await createUser({ role: 'support' })
    const telling = await pool.connect()
    const lock = (table: string, id: string) => telling.query(`select from ${table} where id = $1 for update`, [id])
    try {
      await telling.query('begin')
      await lock('orders', order.id)
      await lock('order_items', item.id)
      const again = tryAgain(refund, { staff: sam, reason: 'New card', now: now() })
      const waiting = `select count(*)::int as count from pg_locks where not granted`
      while ((await pool.query(waiting)).rows[0].count === 0);
      await lock('refunds', refund.id)
      await telling.query('commit')
      expect(await again).to.equal(true)
    } finally {
      telling.release()
    }
  })

  /** Days after it had arrived: the card is lost. */
  async function comesBack(refund: Refund) {
    account.settleRefund((await refund.reload()).stripeRefund!, false)
    for (const event of account.events()) await account.tell(event)
    await drainQueue()
  }
})
