import { expect } from 'chai'
import { Session, SignIn } from '../../../src/models/index.ts'
import { createSignIn, createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const path = '/settings/security'

describe('GET /settings/security', () => {
  it('shows its owner where they are signed in and who tried, and no secret of a session (P04)', async () => {
    const alice = await createUser()
    await createSignIn({ userId: alice.id, outcome: 'refused', ip: '198.51.100.9', browser: 'Chrome 140.0' })
    await createSignIn({ ip: '192.0.2.77' })
    await signedIn(alice)
    const browser = await signedIn(alice)

    const response = await browser.visit(path).expect(200)
    const page = html(response)

    expect(page('.ledger > li')).to.have.length(2)
    expect(page('.ledger .badge').text()).to.equal('This one')
    expect(page('tbody').text()).to.contain('198.51.100.9').and.contain('Wrong password').and.contain('Chrome 140.0')
    expect(response.text).not.to.contain('192.0.2.77')
    for (const { sid } of await Session.findAll()) expect(response.text).not.to.contain(sid)
  })
})

describe('POST /settings/security/sessions/:id/end', () => {
  it('ends that session and no other', async () => {
    const alice = await createUser()
    const lost = await signedIn(alice)
    const { id } = await SignIn.findOne({ rejectOnEmpty: true })
    const browser = await signedIn(alice)

    expect((await browser.submit(`${path}/sessions/${id}/end`, {}, { from: path })).status).to.equal(303)

    expect((await lost.visit(path)).headers.location).to.match(/^\/login/)
    await browser.visit(path).expect(200)
  })

  it('signs out who ends their own', async () => {
    const browser = await signedIn(await createUser())
    const { id } = await SignIn.findOne({ rejectOnEmpty: true })

    const response = await browser.submit(`${path}/sessions/${id}/end`, {}, { from: path })

    expect(response.headers.location).to.match(/^\/login/)
    expect(await Session.count()).to.equal(0)
  })

  it('is a 404 for a stranger', async () => {
    await signedIn(await createUser({ name: 'Alice' }))
    const { id } = await SignIn.findOne({ rejectOnEmpty: true })
    const bob = await signedIn(await createUser({ name: 'Bob' }))

    for (const name of [id, 'no-id']) {
      expect((await bob.submit(`${path}/sessions/${name}/end`, {}, { from: path })).status).to.equal(404)
    }
    expect(await Session.count()).to.equal(2)
  })
})

describe('POST /settings/security/other-sessions/end', () => {
  it('ends all but this one, and nobody else’s', async () => {
    const alice = await createUser()
    const lost = await signedIn(alice)
    const browser = await signedIn(alice)
    const bob = await signedIn(await createUser({ name: 'Bob' }))

    await browser.submit(`${path}/other-sessions/end`, {}, { from: path })

    expect((await lost.visit(path)).status).to.equal(303)
    await browser.visit(path).expect(200)
    await bob.visit(path).expect(200)
  })
})
