import { expect } from 'chai'
import { Disclosure } from '../../../src/models/index.ts'
import { disclose, pick, UndeclaredDisclosure } from '../../../src/services/privacy/disclosure-service.ts'
import { createTicket, createUser } from '../../support/factories.ts'

describe('disclose', () => {
  it('hands over what the company may see, and records the names of the fields, never the values (P13)', async () => {
    const alice = await createUser({ name: 'Alice', email: 'alice@example.com' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'No sound', visitorEmail: null })
    const handed = await disclose(
      'mail',
      'a letter',
      alice.id,
      pick(alice, 'email', 'name'),
      pick(ticket, 'subject', 'visitorEmail'),
    )

    expect(handed).to.deep.equal([
      { email: 'alice@example.com', name: 'Alice' },
      { subject: 'No sound', visitorEmail: null },
    ])
    expect(
      await Disclosure.findAll({ raw: true, attributes: ['userId', 'processor', 'purpose', 'fields'] }),
    ).to.deep.equal([
      {
        userId: alice.id,
        processor: 'mail',
        purpose: 'a letter',
        fields: ['users.email', 'users.name', 'tickets.subject'],
      },
    ])
  })

  it('throws, and records nothing, for a column that the company is not declared to see (P06, P10, P14)', async () => {
    const alice = await createUser({ bio: 'I like maps.' })
    const refusals = await Promise.all([
      disclose('mail', 'a letter', alice.id, pick(alice, 'email', 'bio')).catch((error: Error) => error),
      disclose('bunny', 'a video', alice.id, pick(alice, 'email')).catch((error: Error) => error),
      disclose('mail', 'a letter', alice.id, pick(alice, 'id')).catch((error: Error) => error),
    ])

    expect(refusals.map((error) => error instanceof UndeclaredDisclosure && error.message)).to.deep.equal([
      'users.bio is not declared to be seen by mail',
      'users.email is not declared to be seen by bunny',
      'users.id is not declared to be seen by mail',
    ])
    expect(await Disclosure.count()).to.equal(0)
  })
})
