import { expect } from 'chai'
import { Session } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { signedIn } from '../../support/visitor.ts'

describe('POST /logout', () => {
  it('ends the session on the server, and takes back what the browser keeps of it', async () => {
    const browser = await signedIn(await createUser())

    const response = await browser.submit('/logout')

    expect(response.status).to.equal(303)
    expect(response.headers['clear-site-data']).to.contain('"cookies"')
    expect(await Session.count()).to.equal(0)
    expect((await browser.visit('/settings/security')).headers.location).to.match(/^\/login/)
  })
})
