import { expect } from 'chai'
import { StaffAction } from '../../../src/models/index.ts'
import { reinstate, suspend } from '../../../src/services/accounts/suspension.ts'
import { createUser } from '../../support/factories.ts'
import { signedIn } from '../../support/visitor.ts'

describe('suspend', () => {
  it('signs its owner out everywhere, and keeps who did it and why', async () => {
    const [alice, charlie] = [await createUser(), await createUser({ name: 'Charlie', role: 'support' })]
    const browser = await signedIn(alice)

    await suspend(alice, charlie, 'sent the same letter to forty people', new Date())

    expect((await browser.visit('/settings/security')).headers.location).to.match(/^\/login/)
    expect(await StaffAction.findOne()).to.include({ staffId: charlie.id, aboutId: alice.id })
    const again = await signedIn(alice)
    await again.visit('/settings/account').expect(403)

    await reinstate(alice, charlie, 'it was a class of forty', new Date())
    await again.visit('/settings/account').expect(200)
  })
})
