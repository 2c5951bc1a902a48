import { expect } from 'chai'
import { UsageEvent, User } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { flushUsage } from '../../../src/services/usage/note-usage.ts'
import { createUser } from '../../support/factories.ts'
import { createUsageEvent } from '../../support/learning-factories.ts'
import { look } from '../../support/promises.ts'
import { statementsOf } from '../../support/queries.ts'
import { htmx, signedIn, visitor } from '../../support/visitor.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const CRAWLER = 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)'

/** A visitor, or one who is signed in, with a browser that has a name. */
async function reader(user?: User) {
  const browser = user ? await signedIn(user) : visitor()
  browser.agent.set('User-Agent', FIREFOX)
  return browser
}

async function counted() {
  await flushUsage()
  return UsageEvent.findAll({ order: ['id'] })
}

// Other tests of this process may have come with a browser too.
beforeEach(async () => {
  await flushUsage()
  await UsageEvent.destroy({ where: {} })
})

describe('What is counted', () => {
  it('is a page by its route, the family of browser and system, and who of our members it was (P04)', async () => {
    const alice = await createUser({ role: 'mentor', slug: 'alice', shown: ['bio'] })
    await (await reader()).visit('/mentors/alice').set('Sec-Fetch-Site', 'cross-site').expect(200)
    await (await reader(alice)).visit('/privacy?from=a-friend').expect(200)

    const [visit, hers] = await counted()

    const firefox = { what: 'page', browser: 'Firefox', os: 'Linux', lessonId: null }
    expect(visit).to.include({ ...firefox, page: '/mentors/:slug', memberId: null, arrived: true })
    expect(hers).to.include({ ...firefox, page: '/privacy', memberId: alice.id, arrived: false })
  })

  it('is no part of a page, no refusal, no file, nothing that is sent, no work of staff, and no crawler', async () => {
    const browser = await reader(await createUser({ role: 'support' }))
    await browser.visit('/staff').expect(200)
    await browser.visit('/nowhere').expect(404)
    await browser.visit('/robots.txt').expect(200)
    await browser.visit('/privacy/status.json').expect(200)
    await browser.visit('/support').set(htmx).expect(200)
    await browser.agent.head('/terms').expect(200)
    await (await reader()).agent.post('/cookies').type('form').send({ analytics: 'perhaps' }).expect(422)
    await visitor().visit('/terms').set('User-Agent', CRAWLER).expect(200)
    await visitor().visit('/terms').expect(200)

    expect(await counted()).to.deep.equal([])
  })

  it('takes no cookie, keeps no address, and costs the page no statement', async () => {
    const browser = await reader()
    const answer = await browser.visit('/terms')

    expect(answer.headers).not.to.have.property('set-cookie')
    expect(await statementsOf(() => browser.visit('/terms'))).to.deep.equal([])
    expect(Object.keys(UsageEvent.getAttributes()).filter((name) => /ip|address|agent/i.test(name))).to.deep.equal([])
    const written = await statementsOf(counted)
    expect(written.filter((statement) => statement.includes('insert'))).to.have.length(1)
  })
})

describe('Whoever does not want to be counted', () => {
  it('is not: by Sec-GPC, by the cookie of a visitor, by the switch of a member (P25)', async () => {
    await (await reader()).visit('/terms').set('Sec-GPC', '1')
    await (await reader()).visit('/terms').set('Cookie', 'analytics=off')
    await (await reader(await createUser({ analytics: false }))).visit('/terms')

    expect(await counted()).to.deep.equal([])
  })

  it('loses what was counted at the moment they say so, and what still waits to be written (P25)', async () => {
    const [alice, bob] = [await createUser(), await createUser()]
    await createUsageEvent({ memberId: bob.id })
    await createUsageEvent({ memberId: alice.id })
    const browser = await reader(alice)
    await browser.visit('/terms')

    await browser.submit('/cookies', {}, { from: '/cookies' })

    expect((await counted()).map(({ memberId }) => memberId)).to.deep.equal([bob.id])
  })

  it('has nothing written behind their back by a process that had not heard of it (P25)', async () => {
    const alice = await createUser()
    await (await reader(alice)).visit('/terms')

    await User.update({ analytics: false }, { where: { id: alice.id } })

    expect(await counted()).to.deep.equal([])
  })

  it('is noticed by the nightly check when something of theirs is kept all the same (P25)', async () => {
    const alice = await createUser({ analytics: false })
    expect(await look('P25')).to.include({ state: 'kept' })

    await createUsageEvent({ memberId: alice.id })

    expect(await look('P25')).to.include({ figure: '1 visit counted of people who do not want it' })
  })
})

describe('Whoever is erased', () => {
  it('takes along what was counted, written or not; the visits of others are written (P28)', async () => {
    const alice = await createUser({ erasureAskedAt: new Date(), erasureDueAt: new Date() })
    const bob = await createUser()
    await createUsageEvent({ memberId: alice.id })
    for (const user of [alice, bob]) await (await reader(user)).visit('/terms')

    await new ErasureService().erase(alice, new Date())

    expect((await counted()).map(({ memberId }) => memberId)).to.deep.equal([bob.id])
  })
})
