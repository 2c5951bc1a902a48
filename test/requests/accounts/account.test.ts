import { expect } from 'chai'
import { AccountToken, Mail, Session } from '../../../src/models/index.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const path = '/settings/account'
const better = 'wet gravel under lanterns'

async function alice() {
  const user = await createUser({ name: 'Alice Okafor' })
  const browser = await signedIn(user)
  const change = (fields: object) =>
    browser.submit(`${path}/password`, { current: PASSWORD, password: better, ...fields }, { from: path })
  const settle = (fields: object) => browser.submit(`${path}/place`, fields, { from: path })
  return { user, browser, change, settle }
}

describe('POST /settings/account/password', () => {
  it('sets the password, ends every other session and reset link, and tells the owner', async () => {
    const { user, browser, change } = await alice()
    const lost = await signedIn(user)
    await AccountToken.issue('reset', user.id, new Date())
    const [before] = await Session.findAll({ where: { userId: user.id }, order: ['expire'] })

    expect((await change({})).status).to.equal(303)

    await browser.visit(path).expect(200)
    expect((await lost.visit(path)).headers.location).to.match(/^\/login/)
    expect(await Session.count({ where: { sid: before!.sid } })).to.equal(0)
    expect(await AccountToken.count()).to.equal(0)
    expect(await Mail.findOne({ where: { template: 'password-changed' } })).to.include({ userId: user.id })
    const response = await visitor().submit('/login', { email: user.email, password: better })
    expect(response.status).to.equal(303)
  })

  it('asks for the present one first', async () => {
    const { user, change } = await alice()
    const response = await change({ current: 'not the password' })

    expect(response.status).to.equal(422)
    expect(html(response)('#password-current-error').text()).to.equal('That is not your password')
    expect(response.text).not.to.contain(better)
    const { passwordDigest } = user
    expect((await user.reload()).passwordDigest).to.equal(passwordDigest)
  })

  it('refuses one that others would guess', async () => {
    const { change } = await alice()
    for (const password of ['alice-okafor-99', 'password1234', 'short', '', [better, better], 'é'.repeat(40)]) {
      const response = await change({ password })
      expect(response.status).to.equal(422)
      expect(html(response)('#password-password-error').text()).not.to.equal('')
    }
  })

  it('shuts after ten wrong guesses', async () => {
    const { change } = await alice()
    for (let guess = 0; guess < 10; guess++) expect((await change({ current: 'guess' })).status).to.equal(422)
    expect((await change({})).status).to.equal(429)
  }).timeout(60_000)
})

describe('POST /settings/account/place', () => {
  it('shows times where the person is (P22)', async () => {
    const { user, settle } = await alice()

    expect((await settle({ timeZone: 'Asia/Kolkata', language: 'hi' })).status).to.equal(303)
    expect(await user.reload()).to.include({ timeZone: 'Asia/Kolkata', language: 'hi' })
  })

  it('refuses zones and languages that there are not', async () => {
    const { settle } = await alice()
    for (const fields of [{ timeZone: 'Moon/Tycho', language: 'hi' }, { timeZone: 'UTC', language: 'xx' }, {}]) {
      expect((await settle(fields)).status).to.equal(422)
    }
  })
})
