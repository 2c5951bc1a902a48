import { expect } from 'chai'
import { AccountToken, Mail } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { visitor } from '../../support/visitor.ts'

const ask = (email: unknown) => visitor().submit('/forgot', { email }, { from: '/forgot' })

describe('POST /forgot', () => {
  it('sends the owner a link, and answers everyone alike', async () => {
    const alice = await createUser()
    const known = await ask(alice.email.toUpperCase())
    const unknown = await ask('nobody@example.com')

    const seen = ({ status, headers, text }: typeof known) => [status, headers.location, text]
    expect(seen(known)).to.deep.equal(seen(unknown))
    expect(known.headers.location).to.equal('/forgot/sent')
    await visitor().visit('/forgot/sent').expect(200)

    expect(await AccountToken.findOne()).to.include({ userId: alice.id, purpose: 'reset' })
    expect(await Mail.findAll()).to.have.length(1)
  })

  it('lets only the newest link count', async () => {
    const alice = await createUser()
    await ask(alice.email)
    const first = await AccountToken.findOne({ rejectOnEmpty: true })
    await ask(alice.email)

    await visitor().visit(`/reset/${first.token}`).expect(410)
  })

  it('refuses what is no address with a sentence', async () => {
    for (const email of ['', 'nobody', ['a@example.com', 'b@example.com'], 'a\0@example.com']) {
      expect((await ask(email)).status).to.equal(422)
    }
  })
})
