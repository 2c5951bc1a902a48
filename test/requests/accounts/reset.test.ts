import { expect } from 'chai'
import { AccountToken, Mail, Session, type User } from '../../../src/models/index.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const better = 'wet gravel under lanterns'
const linkFor = async (user: User) => `/reset/${(await AccountToken.issue('reset', user.id, new Date())).token}`
const set = (path: string, password: unknown = better) => visitor().submit(path, { password }, { from: '/' })

describe('GET /reset/:token', () => {
  it('shows the form and sets no cookie', async () => {
    const response = await visitor()
      .visit(await linkFor(await createUser()))
      .expect(200)

    expect(html(response)('#password').attr('autocomplete')).to.equal('new-password')
    expect(response.headers).not.to.have.property('set-cookie')
  })
})

describe('POST /reset/:token', () => {
  it('sets the password, signs everybody out, tells the owner, and signs nobody in', async () => {
    const alice = await createUser()
    const thief = await signedIn(alice)

    const response = await set(await linkFor(alice))

    expect(response.status).to.equal(303)
    expect(response.headers.location).to.match(/^\/login/)
    expect(await Session.count({ where: { userId: alice.id } })).to.equal(0)
    expect((await thief.visit('/confirm')).headers.location).to.match(/^\/login/)
    expect(await Mail.findOne({ where: { userId: alice.id } })).to.include({ template: 'password-changed' })

    const [old, fresh] = [PASSWORD, better].map((password) =>
      visitor().submit('/login', { email: alice.email, password }),
    )
    expect([(await old!).status, (await fresh!).status]).to.deep.equal([422, 303])
  })

  it('works once, also when pressed twice at once', async () => {
    const path = await linkFor(await createUser())
    const answers = await Promise.all([set(path), set(path)])
    expect(answers.map(({ status }) => status)).to.have.members([303, 410])
  })

  it('is too late after an hour', async () => {
    const path = await linkFor(await createUser())
    await AccountToken.update({ expiresAt: new Date(Date.now() - 1) }, { where: {} })
    expect((await set(path)).status).to.equal(410)
  })

  it('refuses a weak password with a sentence, and the link still works', async () => {
    const path = await linkFor(await createUser({ name: 'Tomislav Horvat' }))

    for (const password of ['short', 'password1234', 'tomislavhorvat', 'ž'.repeat(40), [better, better]]) {
      const response = await set(path, password)
      expect(response.status).to.equal(422)
      expect(html(response)('#password-error').text()).not.to.equal('')
    }
    expect((await set(path)).status).to.equal(303)
  })

  it('proves the address, too: only its owner has the link', async () => {
    const alice = await createUser({ emailVerifiedAt: null })
    await set(await linkFor(alice))
    expect((await alice.reload()).emailVerifiedAt).to.be.a('date')
  })
})
