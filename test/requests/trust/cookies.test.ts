import { expect } from 'chai'
import { Consent } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /cookies', () => {
  it('lists what the server sets, and sets none itself (P37)', async () => {
    const answer = await visitor().visit('/cookies').expect(200)
    const names = html(answer)('th code')
      .toArray()
      .map((name) => html(answer)(name).text())

    expect(names).to.deep.equal(['session', 'cart', 'analytics'])
    expect(answer.headers).not.to.have.property('set-cookie')
  })

  it('shows that Global Privacy Control is honoured, also in the settings, and takes only the exact value for it', async () => {
    const alice = await signedIn(await createUser())
    expect((await alice.visit('/settings/notifications').set('Sec-GPC', '1')).text).to.contain('Global Privacy Control')

    const asked = await visitor().visit('/cookies').set('Sec-GPC', '1')
    const garbled = await visitor().visit('/cookies').set('Sec-GPC', 'true')

    expect(asked.text).to.contain('Global Privacy Control')
    expect(garbled.text).not.to.contain('Global Privacy Control')
  })
})

describe('POST /cookies', () => {
  it('keeps the choice of a visitor in a cookie of its own and shows it again (P25, P37)', async () => {
    const browser = visitor()

    const answer = await browser.agent.post('/cookies').type('form').send({})

    expect(answer.status).to.equal(303)
    expect(answer.headers['set-cookie']).to.have.lengthOf(1)
    expect(answer.headers['set-cookie']![0]).to.match(/^analytics=off; .*HttpOnly; SameSite=Lax$/)
    const $ = html(await browser.visit(answer.headers.location!))
    expect($('[name=analytics]').attr('checked')).to.equal(undefined)
    expect($('main').text()).to.contain('Your choice is kept.')
  })

  it('turns the switch of who is signed in, and remembers when (P25)', async () => {
    const alice = await createUser({ analytics: true })
    const browser = await signedIn(alice)

    await browser.submit('/cookies', {}, { from: '/cookies' })

    expect((await alice.reload()).analytics).to.equal(false)
    expect(await Consent.findOne()).to.include({ userId: alice.id, purpose: 'analytics', granted: false })
  })

  it('also takes the choice of a visitor who has looked at a form elsewhere', async () => {
    const browser = visitor()
    await browser.visit('/login')

    const answer = await browser.agent.post('/cookies').type('form').send({ analytics: 'on' })

    expect(answer.status).to.equal(303)
  })

  it('is refused when another site sends it, or nobody says who does', async () => {
    const foreign = await visitor().agent.post('/cookies').set('Sec-Fetch-Site', 'cross-site').send({})
    const silent = await visitor().agent.post('/cookies').unset('Sec-Fetch-Site').send({})

    expect([foreign.status, silent.status]).to.deep.equal([403, 403])
  })

  it('says what is wrong with a choice that is none', async () => {
    const answer = await visitor().agent.post('/cookies').type('form').send({ analytics: 'perhaps' })

    expect(answer.status).to.equal(422)
    expect(html(answer)('.error').text()).to.equal('Tick this or leave it')
  })
})
