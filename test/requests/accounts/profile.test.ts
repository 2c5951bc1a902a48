import { expect } from 'chai'
import { User } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { alice } from '../../support/profile.ts'
import { html, signedIn } from '../../support/visitor.ts'

describe('POST /settings/profile', () => {
  it('saves what a person says of themselves (P01, P22)', async () => {
    const { user, browser, save } = await alice()

    expect((await save({ links: 'https://example.com/a\nhttp://example.com/b' })).status).to.equal(303)

    const page = html(await browser.visit('/settings/profile'))
    expect(page('#flash').text()).to.contain('Your profile is saved.')
    expect(page('#name').val()).to.equal('Alice Okafor')
    expect(page('#skills').val()).to.equal('SQL, rotas')
    expect((await user.reload()).links).to.deep.equal(['https://example.com/a', 'http://example.com/b'])
    expect(user.bio).to.equal('One.\n\nTwo.')
  })

  it('takes the same as a plain form, and clears what is left empty', async () => {
    const { user, browser, save } = await alice()
    await save()

    const response = await browser.submit('/settings/profile', { name: 'Alice' }, { from: '/settings/profile' })

    expect(response.status).to.equal(303)
    expect(await user.reload()).to.include({ headline: null, bio: null })
    expect(user.skills).to.deep.equal([])
  })

  it('refuses links that lead elsewhere than the web, and too much of anything', async () => {
    const { user, save } = await alice()
    const bad: Record<string, string>[] = [
      { links: 'javascript:alert(1)' },
      { links: 'https://name:secret@example.com' },
      { links: 'example.com' },
      { links: Array.from({ length: 11 }, (_, n) => `https://example.com/${n}`).join('\n') },
      { skills: Array.from({ length: 21 }, (_, n) => `skill ${n}`).join(',') },
      { skills: 'x'.repeat(41) },
      { headline: 'x'.repeat(121) },
      { headline: 'two\nlines' },
      { bio: 'x'.repeat(4001) },
      { bio: 'My card is 4242 4242 4242 4242' },
      { name: '' },
    ]

    for (const fields of bad) {
      const response = await save(fields)
      expect(response.status, JSON.stringify(fields)).to.equal(422)
      expect(html(response)('.error-summary a').attr('href')).to.equal(`#${Object.keys(fields)[0]}`)
    }
    expect((await user.reload()).name).to.equal('Alice')
  })
})

describe('GET /settings/profile', () => {
  it('is not for the suspended', async () => {
    const user = await createUser({ suspendedAt: new Date() })
    const browser = await signedIn(user)

    await browser.visit('/settings/profile').expect(403)
    expect(await User.count()).to.equal(1)
  })
})

describe('GET /settings', () => {
  it('leads to the profile', async () => {
    const { browser } = await alice()
    const response = await browser.visit('/settings').expect(303)
    expect(response.headers.location).to.equal('/settings/profile')
  })
})
