import bcrypt from 'bcrypt'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { work } from '../../../src/lib/passwords.ts'
import { Mail, Session, SignIn } from '../../../src/models/index.ts'
import { createSignIn, createUser, PASSWORD } from '../../support/factories.ts'
import { html, visitor } from '../../support/visitor.ts'

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const enter = (email: unknown, password: unknown = PASSWORD, more = {}) =>
  visitor().submit('/login', { email, password, ...more })

describe('POST /login', () => {
  it('lets the owner in, under a new session id, and notes where from (P04)', async () => {
    const alice = await createUser()
    const browser = visitor()
    const before = (await browser.visit('/login')).headers['set-cookie']

    const response = await browser.submit('/login', { email: alice.email.toUpperCase(), password: PASSWORD })

    expect(response.status).to.equal(303)
    expect(response.headers['set-cookie']).to.be.an('array').and.not.deep.equal(before)
    expect(await Session.count()).to.equal(1)
    expect(await SignIn.findOne()).to.include({ userId: alice.id, outcome: 'signed in', place: '127.0.0.0/24' })
  })

  it('tells nobody whether an address is known: same answer, same number of hashes', async () => {
    const alice = await createUser()
    const seen = async (email: string) => {
      const before = work.hashes
      const response = await enter(email, 'not the password')
      return [response.status, html(response)('.error-summary').text(), work.hashes - before]
    }

    expect(await seen(alice.email)).to.deep.equal(await seen('nobody@example.com'))
    expect(await SignIn.findAll()).to.have.length(1)
    expect(await SignIn.findOne()).to.include({ userId: alice.id, outcome: 'refused' })
  })

  it('tells of an unconfirmed address only whoever knows the password, and sends a new letter', async () => {
    const alice = await createUser({ emailVerifiedAt: null })

    expect(html(await enter(alice.email, 'not the password'))('.error-summary').text()).not.to.contain('confirm')
    expect(await Mail.count()).to.equal(0)

    const response = await enter(alice.email)
    expect(response.status).to.equal(422)
    expect(html(response)('.error-summary').text()).to.contain('Please confirm your email address first')
    expect(await Mail.findOne()).to.include({ userId: alice.id, template: 'verify-address' })
    expect(await Session.count({ where: { userId: alice.id } })).to.equal(0)
  })

  it('goes on to the page that asked who is there, and to no other site', async () => {
    const alice = await createUser()
    const asked = await visitor().visit('/settings/security?from=mail').expect(303)
    const door = await visitor().visit(asked.headers.location!)

    const next = html(door)('[name=next]').val()
    expect(asked.headers['set-cookie'], 'nobody gets a cookie for being sent to the door').to.equal(undefined)
    expect((await enter(alice.email, PASSWORD, { next })).headers.location).to.equal('/settings/security?from=mail')
    for (const elsewhere of ['https://evil.example/settings', '//evil.example', '/\\evil.example']) {
      expect((await enter(alice.email, PASSWORD, { next: elsewhere })).headers.location).to.match(/^\/(?![/\\])/)
    }
  })

  it('leads a leaving person to what becomes of their account, and a suspended one to their data', async () => {
    const leaving = await createUser({ erasureAskedAt: new Date(), erasureDueAt: inDays(14) })
    const suspended = await createUser({ suspendedAt: new Date() })

    expect((await enter(leaving.email)).headers.location).to.equal('/settings/delete')
    expect((await enter(suspended.email)).headers.location).to.equal('/settings/privacy')
  })

  it('hashes again at today’s cost when that has risen (P33)', async () => {
    const alice = await createUser({ passwordDigest: await bcrypt.hash(PASSWORD, 4) })

    await enter(alice.email)

    expect(bcrypt.getRounds((await alice.reload()).passwordDigest)).to.equal(config.bcryptCost)
    expect((await enter(alice.email)).status).to.equal(303)
  })

  it('takes a password exactly as it was typed, and does not stop reading after 72 bytes', async () => {
    const long = 'a'.repeat(72)
    const alice = await createUser({ passwordDigest: await bcrypt.hash(long, 4) })

    expect((await enter(alice.email, `${long}b`)).status).to.equal(422)
    expect((await enter(alice.email, ` ${long}`)).status).to.equal(422)
    expect((await enter(alice.email, long)).status).to.equal(303)
  })

  it('writes to the owner about a sign-in from a new place, but not about the first of all', async () => {
    const alice = await createUser()
    await enter(alice.email)
    expect(await Mail.count()).to.equal(0)

    await SignIn.update({ place: '203.0.113.0/24' }, { where: {} })
    await enter(alice.email)

    expect(await SignIn.count({ where: { newPlace: true } })).to.equal(1)
    expect(await Mail.findOne()).to.include({ userId: alice.id, template: 'new-sign-in' })
    await enter(alice.email)
    expect(await Mail.count()).to.equal(1)
  })

  it('takes a browser not seen in 90 days for a new place, too, and a refused attempt for none', async () => {
    const alice = await createUser({ createdAt: inDays(-200) })
    const here = { userId: alice.id, place: '127.0.0.0/24', browser: null }
    await createSignIn({ ...here, createdAt: inDays(-91) })
    await createSignIn({ ...here, browser: 'Firefox 145.0', createdAt: inDays(-89) })
    await createSignIn({ ...here, outcome: 'refused' })

    await enter(alice.email)

    expect(await Mail.findOne()).to.include({ template: 'new-sign-in' })
  })

  it('refuses what is no address or password with a sentence', async () => {
    for (const [email, password] of [
      ['', ''],
      [['a@example.com', 'b@example.com'], PASSWORD],
      ['a@example.com', [PASSWORD, PASSWORD]],
      ['nul\0@example.com', PASSWORD],
      ['x'.repeat(300), PASSWORD],
      ['a@example.com', 'x'.repeat(1001)],
      ['👩‍🏫@مثال.example', PASSWORD],
      ['a@example.com', 'nul\0nul'],
    ]) {
      expect((await enter(email, password)).status).to.equal(422)
    }
  })
})
