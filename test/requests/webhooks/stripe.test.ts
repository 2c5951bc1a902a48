import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Alarm, ProviderEvent } from '../../../src/models/index.ts'
import { signed } from '../../../src/simulators/stripe/post.ts'
import { createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { openStripe, sendWebhook } from '../../support/stripe.ts'
import { html, signedIn } from '../../support/visitor.ts'

const event = (id = 'evt_1', type = 'invoice.created') => ({
  ...{ id, object: 'event', type },
  data: { object: { id: 'in_1', customer_email: 'maya@example.org' } },
})
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)

describe('POST /webhooks/stripe', () => {
  const account = openStripe()

  it('keeps type and number of what Stripe says, once, and nothing of what it says about anyone (P03)', async () => {
    const statements = await statementsOf(async () => {
      expect((await account.tell(event())).status).to.equal(200)
    })
    expect((await account.tell(event())).status).to.equal(200)

    const [kept, ...more] = await ProviderEvent.findAll()
    expect(more).to.deep.equal([])
    expect(kept).to.include({ event: 'evt_1', type: 'invoice.created', object: 'in_1', handledAt: null, attempts: 0 })
    expect(JSON.stringify(kept)).not.to.contain('maya')
    expect(statements).to.have.length.below(6)
  })

  it('works on it by the queue: what nobody here wants to know is done at once', async () => {
    await account.tell(event())
    await drainQueue()
    const kept = (await ProviderEvent.findOne())!

    expect(kept.handledAt).to.be.instanceOf(Date)
    expect(kept).to.include({ attempts: 1, failure: null })
    expect(await Alarm.count()).to.equal(0)
  })

  it('takes any of the secrets, for they are changed one after the other', async () => {
    const [known] = config.stripe.webhookSecrets
    config.stripe.webhookSecrets.unshift('whsec_new')
    for (const secret of ['whsec_new', known]) {
      expect((await account.tell(event(`evt_${secret}`), { secret })).status).to.equal(200)
    }
    config.stripe.webhookSecrets.shift()
  })

  it('takes nothing that is unsigned, forged, altered, or from another time than now', async () => {
    const { body, signature } = signed(event())
    const refused = [
      await sendWebhook(body),
      await sendWebhook(body, 'nonsense'),
      await sendWebhook('', signature),
      await sendWebhook(body.replace('in_1', 'in_2'), signature),
      await sendWebhook(` ${body}`, signature),
      await account.tell(event(), { secret: 'whsec_guess' }),
      await account.tell(event(), { at: at(-6) }),
      await account.tell(event(), { at: at(6) }),
      await account.tell({ object: 'event' }),
    ]

    expect(refused.map(({ status }) => status)).to.deep.equal(refused.map(() => 400))
    expect(await ProviderEvent.count()).to.equal(0)
    for (const minutes of [-4, 4]) {
      expect((await account.tell(event(`evt_${minutes}`), { at: at(minutes) })).status).to.equal(200)
    }
  })
})

describe('GET /staff/events', () => {
  const account = openStripe()

  it('shows officers what failed above all else, and lets them try it again', async () => {
    const petra = await signedIn(await createUser({ role: 'privacy' }))
    expect((await petra.visit('/staff/events')).text).to.contain('Nothing yet')
    await account.tell(event('evt_1', 'charge.refunded'))
    await drainQueue()
    await account.tell(event('evt_2', 'refund.failed'))
    const failed = (await ProviderEvent.findOne({ where: { event: 'evt_2' } }))!
    await failed.update({ failure: 'StripeFailed 500', attempts: 3 })

    const $ = html(await petra.visit('/staff/events').expect(200))
    expect($('#failed ~ .table tbody').text())
      .to.contain('refund.failed')
      .and.contain('StripeFailed 500, tried 3 times')
    expect($('.table').last().find('tbody tr')).to.have.lengthOf(2)

    const path = `/staff/events/${failed.id}/attempts`
    expect((await petra.submit(path, {}, { from: '/staff/events' })).status).to.equal(303)
    await drainQueue()
    expect((await failed.reload()).handledAt).to.be.instanceOf(Date)
    expect((await petra.submit(path, {}, { from: '/staff/events' })).status).to.equal(404)
    expect(await statementsOf(() => petra.visit('/staff/events'))).to.have.length.below(5)
  })

  it('is not for support', async () => {
    await (await signedIn(await createUser({ role: 'support' }))).visit('/staff/events').expect(403)
  })
})
