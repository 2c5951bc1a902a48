import bcrypt from 'bcrypt'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { work } from '../../../src/lib/passwords.ts'
import { AccountToken, Consent, Mail, User } from '../../../src/models/index.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { html, visitor } from '../../support/visitor.ts'

const alice = {
  name: 'Alice Okafor',
  email: 'alice@example.com',
  password: PASSWORD,
  role: 'mentee',
  over16: 'on',
  terms: 'on',
}
const register = (fields: object = {}) => visitor().submit('/register', { ...alice, ...fields }, { from: '/register' })

describe('POST /register', () => {
  it('makes an account that waits for its address to be confirmed, and keeps what was agreed to (P01)', async () => {
    const response = await register({ email: 'Alice@Example.com' })

    expect(response.status).to.equal(303)
    const user = await User.findOne({ rejectOnEmpty: true })
    expect(user).to.include({ name: 'Alice Okafor', email: 'alice@example.com', role: 'mentee', over16: true })
    expect(user.emailVerifiedAt).to.equal(null)
    expect(await Consent.findOne()).to.include({ userId: user.id, purpose: 'terms', granted: true })
    expect(await Mail.findOne()).to.include({ userId: user.id, template: 'verify-address' })
  })

  it('keeps of the password nothing but its hash (P33)', async () => {
    await register()
    const user = await User.findOne({ rejectOnEmpty: true })

    expect(bcrypt.getRounds(user.passwordDigest)).to.equal(config.bcryptCost)
    expect(await bcrypt.compare(PASSWORD, user.passwordDigest)).to.equal(true)
    expect(JSON.stringify(user)).not.to.contain(PASSWORD)
  })

  it('tells nobody but the owner that an address is taken: same answer, same number of hashes', async () => {
    const owner = await createUser({ email: 'alice@example.com', name: 'Her Own Name' })
    const hashesFor = async (email: string) => {
      const before = work.hashes
      const { status, headers, text } = await register({ email })
      return { status, location: headers.location, text, hashes: work.hashes - before }
    }

    expect(await hashesFor('alice@example.com')).to.deep.equal(await hashesFor('bob@example.com'))
    expect(await User.count({ where: { email: 'alice@example.com' } })).to.equal(1)
    expect((await owner.reload()).name).to.equal('Her Own Name')
    expect(await Mail.findOne({ where: { userId: owner.id } })).to.include({ template: 'account-exists' })
  })

  it('lets the newest registration win while the address is unconfirmed, and ends the links before it', async () => {
    await register({ password: 'a stranger was here first', name: 'Mallory' })
    const old = await AccountToken.findOne({ rejectOnEmpty: true })
    await register()

    expect(await User.findOne()).to.include({ name: 'Alice Okafor' })
    expect((await visitor().visit(`/verify/${old.token}`)).status).to.equal(410)
  })

  it('makes one account of two registrations at once, and answers both alike', async () => {
    const answers = await Promise.all([register(), register()])

    expect(answers.map(({ status, headers }) => [status, headers.location])).to.deep.equal([
      [303, '/register/sent'],
      [303, '/register/sent'],
    ])
    expect(await User.count()).to.equal(1)
  })

  it('is for people of 16 and older (P38)', async () => {
    const response = await register({ over16: undefined })

    expect(response.status).to.equal(422)
    expect(html(response)('#over16-error').text()).to.contain('16 or older')
    expect(await User.count()).to.equal(0)
  })

  it('makes nobody staff', async () => {
    expect((await register({ role: 'admin' })).status).to.equal(422)
    expect(await User.count()).to.equal(0)
  })

  it('takes a name in any script, and what it cannot take it refuses with a sentence', async () => {
    const name = 'מאיה 👩‍🏫 Řehák'
    expect((await register({ name })).status).to.equal(303)
    expect((await User.findOne({ rejectOnEmpty: true })).name).to.equal(name)

    const bad: object[] = [
      { name: '' },
      { name: 'x'.repeat(81) },
      { name: 'nul\0' },
      { name: ['Alice', 'Bob'] },
      { name: 'Alice\nBcc: all@example.com' },
      { email: 'alice.example.com' },
      { email: `${'a'.repeat(250)}@example.com` },
      { email: 'a@b.c\r\nBcc: x@example.com' },
      { password: [PASSWORD, PASSWORD] },
      { password: `${PASSWORD}\0` },
      { password: 'too short' },
      { role: ['mentee', 'mentor'] },
      { over16: 'yes' },
      { terms: undefined },
    ]
    for (const fields of bad) {
      const response = await register({ email: 'bob@example.com', ...fields })
      expect(response.status, JSON.stringify(fields)).to.equal(422)
      expect(html(response)('.error-summary li').text(), JSON.stringify(fields)).not.to.equal('')
    }
    expect(await User.count()).to.equal(1)
  })

  it('shows again what was typed, but never the password', async () => {
    const response = await register({ terms: undefined })

    expect(html(response)('#email').val()).to.equal(alice.email)
    expect(response.text).not.to.contain(PASSWORD)
  })

  it('shuts the door on an address that is tried again and again', async () => {
    for (let times = 0; times < 5; times++) expect((await register()).status).to.equal(303)
    const response = await register()

    expect(response.status).to.equal(429)
    expect(response.headers).to.have.property('retry-after')
  })
})

describe('GET /register/sent', () => {
  it('says the same to everyone', async () => {
    expect(html(await visitor().visit('/register/sent').expect(200))('h1').text()).to.equal('Look into your mail')
  })
})
