import { expect } from 'chai'
import { Session, SignIn } from '../../../src/models/index.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('POST /login', () => {
  it('lets its owner in, under a new session id', async () => {
    const alice = await createUser({ name: 'Alice' })
    const browser = visitor()
    const before = (await browser.visit('/login')).headers['set-cookie']

    const response = await browser.submit('/login', { email: alice.email.toUpperCase(), password: PASSWORD })

    expect(response.status).to.equal(303)
    expect(response.headers['set-cookie']).to.be.an('array').and.not.deep.equal(before)
    expect(await Session.count({ where: { userId: alice.id } })).to.equal(1)
    expect(await SignIn.findOne()).to.include({ userId: alice.id, outcome: 'signed in', place: '127.0.0.0/24' })
  })

  it('says the same to a wrong password and to an address nobody has', async () => {
    const alice = await createUser()
    const wrong = await visitor().submit('/login', { email: alice.email, password: 'not the password' })
    const unknown = await visitor().submit('/login', { email: 'nobody@example.com', password: 'not the password' })

    expect([wrong.status, unknown.status]).to.deep.equal([422, 422])
    expect(html(wrong)('.error-summary').text()).to.equal(html(unknown)('.error-summary').text())
    expect(html(wrong)('.error-summary').text()).to.contain('do not belong together')
  })
})

describe('POST /logout', () => {
  it('ends the session on the server', async () => {
    const browser = await signedIn(await createUser())

    const response = await browser.submit('/logout')

    expect(response.status).to.equal(303)
    expect(response.headers['clear-site-data']).to.contain('"cookies"')
    expect(await Session.count()).to.equal(0)
  })
})
