import { expect } from 'chai'
import { createSignIn, createUser, PASSWORD } from '../../support/factories.ts'
import { visitor } from '../../support/visitor.ts'

const enter = (email: string, password = PASSWORD) => visitor().submit('/login', { email, password })

describe('POST /login', () => {
  it('shuts the door on an account after ten wrong guesses, a right one included', async () => {
    const alice = await createUser()
    for (let guess = 0; guess < 10; guess++) expect((await enter(alice.email, 'guess')).status).to.equal(422)

    expect((await enter(alice.email)).status).to.equal(429)
    expect((await enter((await createUser()).email)).status).to.equal(303)
  }).timeout(60_000)

  it('stays open to the owner where they have been before, however often others guess elsewhere', async () => {
    const alice = await createUser()
    for (let guess = 0; guess < 10; guess++) await enter(alice.email, 'guess')
    expect((await enter(alice.email)).status).to.equal(429)

    await createSignIn({ userId: alice.id, place: '127.0.0.0/24' })
    expect((await enter(alice.email)).status).to.equal(303)
  }).timeout(60_000)

  it('forgets wrong guesses once the owner is in', async () => {
    const alice = await createUser()
    for (let round = 0; round < 2; round++) {
      for (let guess = 0; guess < 6; guess++) await enter(alice.email, 'guess')
      expect((await enter(alice.email)).status).to.equal(303)
    }
  }).timeout(60_000)
})
