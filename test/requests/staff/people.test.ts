import { expect } from 'chai'
import { StaffAction, type User } from '../../../src/models/index.ts'
import { createExport, createTicket, createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/staff/people'
const reason = 'Alice asked us to on the phone'

async function cast() {
  const alice = await createUser({ name: 'Alice Ashby', email: 'alice@example.org', bio: 'I bake.' })
  const charlie = await createUser({ name: 'Charlie Cole', role: 'support' })
  return { alice, charlie, browser: await signedIn(charlie) }
}

describe('GET /staff/people/:id', () => {
  it('shows nothing until a reason is given, which Alice can read (P14)', async () => {
    const { alice, charlie, browser } = await cast()
    await createTicket({ requesterId: alice.id, ref: 'TR-AAAAAAAA' })
    await createTicket({ requesterId: alice.id, ref: 'TR-BBBBBBBB', queue: 'privacy', category: 'privacy' })
    await createExport({ userId: alice.id })

    const closed = await browser.visit(`/staff/people/${alice.id}`)
    expect(closed.text).to.not.contain('alice@example.org').and.not.contain('TR-AAAAAAAA')

    const look = await browser.submit(`/staff/people/${alice.id}/looks`, { reason }, { from })
    expect(look.headers.location).to.equal(`/staff/people/${alice.id}`)
    const open = await browser.visit(`/staff/people/${alice.id}`)
    expect(open.text).to.contain('alice@example.org').and.contain('TR-AAAAAAAA').and.contain('Waiting to be packed')
    expect(open.text, 'of a queue they do not work in').to.not.contain('TR-BBBBBBBB')
    expect(open.text, 'what she signs in with').to.not.contain(alice.passwordDigest)
    expect(await StaffAction.findOne()).to.include({ staffId: charlie.id, aboutId: alice.id, reason })
  })

  it('asks again after a quarter of an hour', async () => {
    const { alice, charlie, browser } = await cast()
    await StaffAction.look(charlie, alice.id, reason, new Date(Date.now() - 16 * 60 * 1000))

    expect(html(await browser.visit(`/staff/people/${alice.id}`))('h1').text()).to.contain('Why')
  })

  it('takes no reason of one word, and none that is a list', async () => {
    const { alice, browser } = await cast()
    for (const bad of [{}, { reason: 'so' }, { reason: ['because', 'because'] }, { reason: 'x'.repeat(1001) }]) {
      expect((await browser.submit(`/staff/people/${alice.id}/looks`, bad, { from })).status).to.equal(422)
    }
    expect(await StaffAction.count()).to.equal(0)
  })

  it('is no way for support to look at one of us', async () => {
    const { charlie, browser } = await cast()
    const ada = await createUser({ role: 'admin' })

    for (const { id } of [ada, charlie]) {
      expect((await browser.visit(`/staff/people/${id}`)).status).to.equal(403)
      expect((await browser.submit(`/staff/people/${id}/suspension`, { reason }, { from })).status).to.equal(403)
    }
    expect((await browser.visit('/staff/people/x')).status).to.equal(404)
  })
})

describe('POST /staff/people/searches', () => {
  it('is the only way to a name: an id in the address shows nobody whom it has not found (P14)', async () => {
    const { alice, browser } = await cast()
    const ada = await createUser({ role: 'admin', name: 'Ada Moreau' })
    const answer = await browser.visit(`/staff/people?found=${alice.id},${ada.id}`)

    expect(answer.text).to.contain('Nobody found').and.not.contain('Ada Moreau').and.not.contain('Alice Ashby')
  })

  it('finds an address or the beginning of a name, and puts neither into an address line', async () => {
    const { alice, browser } = await cast()
    for (const q of ['ALICE@example.org', 'alice ash']) {
      const response = await browser.submit('/staff/people/searches', { q }, { from })
      expect(response.headers.location).to.equal(`/staff/people?found=${alice.id}`)
      expect(html(await browser.visit(response.headers.location!))('.ledger').text()).to.contain('Alice Ashby')
    }
    expect(await StaffAction.count({ where: { aboutId: alice.id, action: 'found by a search' } })).to.equal(2)
  })

  it('finds nobody by a part, a wildcard or one of us, and is recorded all the same', async () => {
    const { browser } = await cast()
    for (const q of ['lice', 'example.org', '%%%', '___', 'Charlie', 'nobody@example.org']) {
      const { headers } = await browser.submit('/staff/people/searches', { q }, { from })
      expect(headers.location, q).to.equal('/staff/people?found=')
    }
    expect(await StaffAction.count({ where: { aboutId: null } })).to.equal(6)
    expect((await browser.submit('/staff/people/searches', { q: 'a' }, { from })).status).to.equal(422)
  })
})

describe('POST /staff/people/:id/suspension', () => {
  it('suspends and lifts, with a reason each', async () => {
    const { alice, browser } = await cast()
    const act = (path: string, fields: object) => browser.submit(`/staff/people/${alice.id}/${path}`, fields, { from })

    expect((await act('suspension', {})).status).to.equal(422)
    await act('suspension', { reason })
    expect((await alice.reload()).suspendedAt).to.be.a('date')
    await act('suspension/lifting', { reason })
    expect((await alice.reload()).suspendedAt).to.equal(null)
    expect(await StaffAction.count({ where: { aboutId: alice.id, reason } })).to.equal(2)
  })

  it('shows no private page to who only left the reason out', async () => {
    const { alice, browser } = await cast()
    const response = await browser.submit(`/staff/people/${alice.id}/suspension`, {}, { from })

    expect(response.text).to.not.contain('alice@example.org')
  })
})

describe('GET /staff/audit', () => {
  it('shows officers what was done, by whom and why, and is closed to support', async () => {
    const { alice, charlie, browser } = await cast()
    const petra: User = await createUser({ role: 'privacy' })
    await StaffAction.look(charlie, alice.id, reason, new Date())

    const page = html(await (await signedIn(petra)).visit('/staff/audit'))('tbody').text()
    expect(page).to.contain('Charlie Cole').and.contain('Alice Ashby').and.contain(reason)
    expect((await browser.visit('/staff/audit')).status).to.equal(403)
  })
})
