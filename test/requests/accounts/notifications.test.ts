import { expect } from 'chai'
import { Consent } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const path = '/settings/notifications'

describe('POST /settings/notifications', () => {
  it('counts at once, and keeps what was chosen in which words (P25)', async () => {
    const user = await createUser({ marketing: true, analytics: true })
    const browser = await signedIn(user)
    expect(html(await browser.visit(path))('input[checked]')).to.have.length(2)

    expect((await browser.submit(path, { analytics: 'on' }, { from: path })).status).to.equal(303)

    expect(await user.reload()).to.include({ marketing: false, analytics: true })
    expect(await Consent.findAll()).to.have.length(1)
    expect(await Consent.findOne()).to.include({ userId: user.id, purpose: 'marketing', granted: false })
    expect(html(await browser.visit(path))('input[checked]').attr('name')).to.equal('analytics')
  })

  it('is open to the suspended and to those who are leaving: saying no is a right', async () => {
    const soon = new Date(Date.now() + 1000)
    for (const standing of [{ suspendedAt: new Date() }, { erasureAskedAt: new Date(), erasureDueAt: soon }]) {
      const browser = await signedIn(await createUser(standing))
      expect((await browser.submit(path, {}, { from: path })).status).to.equal(303)
    }
    expect(await Consent.count({ where: { purpose: 'analytics', granted: false } })).to.equal(2)
  })

  it('refuses what is no tick', async () => {
    const browser = await signedIn(await createUser())
    for (const marketing of ['yes', ['on', 'on'], '👍']) {
      expect((await browser.submit(path, { marketing }, { from: path })).status).to.equal(422)
    }
  })
})
