import { expect } from 'chai'
import { Session } from '../../../src/models/index.ts'
import { createUser, PASSWORD } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('POST /confirm', () => {
  it('goes on under a new session id, of the same sign-in', async () => {
    const browser = await signedIn(await createUser())
    const before = await Session.findOne({ rejectOnEmpty: true })

    const next = '/settings/privacy?part=2'
    const response = await browser.submit('/confirm', { password: PASSWORD, next }, { from: '/confirm' })

    expect(response.headers.location).to.equal(next)
    const after = await Session.findOne({ rejectOnEmpty: true })
    expect(await Session.count()).to.equal(1)
    expect(after.sid).not.to.equal(before.sid)
    expect(after.signInId).to.equal(before.signInId)
  })

  it('refuses a wrong password, and keeps where to go', async () => {
    const browser = await signedIn(await createUser())
    const response = await browser.submit('/confirm', { password: 'wrong', next: '/support' }, { from: '/confirm' })

    expect(response.status).to.equal(422)
    expect(html(response)('#password-error').text()).to.equal('That is not your password')
    expect(html(response)('[name=next]').val()).to.equal('/support')
  })

  it('never leads off this site', async () => {
    const browser = await signedIn(await createUser())
    for (const next of ['//evil.example', '/\\evil.example', 'javascript:alert(1)', 'https:evil', '/.//evil.example']) {
      const response = await browser.submit('/confirm', { password: PASSWORD, next }, { from: '/confirm' })
      expect(new URL(response.headers.location!, 'http://ours.example').host, next).to.equal('ours.example')
    }
  })

  it('is for who is signed in', async () => {
    const response = await visitor().visit('/confirm').expect(303)
    expect(response.headers.location).to.match(/^\/login/)
  })
})
