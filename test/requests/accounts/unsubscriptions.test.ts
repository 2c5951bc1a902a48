import { expect } from 'chai'
import request from 'supertest'
import { createApp } from '../../../src/app.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { Consent } from '../../../src/models/index.ts'
import { choose } from '../../../src/services/accounts/choices.ts'
import { post } from '../../../src/services/mail/post.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { html, visitor } from '../../support/visitor.ts'

describe('A marketing letter', () => {
  it('says where letters of its kind end, to its reader and to their mail program (P25)', async () => {
    const alice = await createUser()
    for (const marketing of [true, false, true]) await choose(alice, { marketing, analytics: false }, new Date())
    await drainQueue()
    const [letter, ...more] = await mailbox()
    const path = `/unsubscribe/${signedToken('unsubscribe', alice.id)}`

    expect(more).to.deep.equal([])
    expect(letter!.links).to.include(path)
    expect(letter!.raw).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(letter!.raw.replaceAll('\r\n ', ' ')).to.match(new RegExp(`^List-Unsubscribe: <http.*${path}>\r$`, 'm'))
  })
})

describe('Any other letter', () => {
  it('has no such place: it is one that its person asked for, or needs', async () => {
    await post('password-changed', { userId: (await createUser({ marketing: true })).id })
    await drainQueue()

    expect((await mailbox())[0]!.raw).to.not.match(/unsubscribe/i)
  })
})

describe('/unsubscribe/:token', () => {
  it('only asks when it is followed', async () => {
    const alice = await createUser({ marketing: true })
    const page = await visitor().visit(`/unsubscribe/${signedToken('unsubscribe', alice.id)}`)

    expect(page.headers).to.not.have.property('set-cookie')
    expect(html(page)('form button').text()).to.equal('Send me no more letters like this')
    expect((await alice.reload()).marketing).to.equal(true)
  })

  it('ends the letters when the button is pressed, and keeps that it was (P25)', async () => {
    const alice = await createUser({ marketing: true })
    const browser = visitor()
    const path = `/unsubscribe/${signedToken('unsubscribe', alice.id)}`
    const answer = await browser.agent.post(path)

    expect([answer.status, answer.headers.location]).to.deep.equal([303, path])
    expect(html(await browser.visit(path))('h1').text()).to.equal('No more letters')
    expect((await alice.reload()).marketing).to.equal(false)
    expect(await Consent.count({ where: { userId: alice.id, purpose: 'marketing', granted: false } })).to.equal(1)
  })

  it('ends them for a mail program with one click: no cookie, no token, no redirect, as often as it likes', async () => {
    const alice = await createUser({ marketing: true })
    const path = `/unsubscribe/${signedToken('unsubscribe', alice.id)}`
    const first = await request(createApp()).post(path).type('form').send('List-Unsubscribe=One-Click')
    const again = await request(createApp()).post(path).field('List-Unsubscribe', 'One-Click')

    expect([first.status, again.status]).to.deep.equal([200, 200])
    expect((await alice.reload()).marketing).to.equal(false)
    expect(await Consent.count({ where: { purpose: 'marketing' } })).to.equal(1)
  })

  it('does nothing for a token that is not ours, or was made for something else', async () => {
    const alice = await createUser({ marketing: true })
    for (const token of [
      'x',
      '%00',
      signedToken('verify', alice.id),
      signedToken('unsubscribe', alice.id).replace(/...$/, 'AAA'),
    ]) {
      expect((await request(createApp()).post(`/unsubscribe/${token}`)).status, token).to.be.oneOf([403, 404])
    }
    expect((await alice.reload()).marketing).to.equal(true)
  })
})
