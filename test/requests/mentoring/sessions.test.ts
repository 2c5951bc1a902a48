import { expect } from 'chai'
import { endOfGrace } from '../../../src/lib/due.ts'
import { createUser } from '../../support/factories.ts'
import { createBooking } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { asked, between, over } from '../../support/sessions-world.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /sessions', () => {
  it('lists what is ahead, waits, or is over, learning and teaching apart, in four statements', async () => {
    const { maya, tomas, mentor, mentee, session } = await between()
    await createBooking({ menteeId: mentor.id, title: 'Speaking up', ...asked() })
    await createBooking({ mentorId: mentor.id, title: 'Long ago', ...over() })
    await createBooking({ mentorId: mentor.id, title: 'Being paid', state: 'held', holdExpiresAt: new Date() })

    await tomas.visit('/sessions')
    const statements = await statementsOf(() => tomas.visit('/sessions'))
    const shown = async (tab: string) => html(await tomas.visit(`/sessions?tab=${tab}`))('main').text()

    expect(statements).to.have.lengthOf(4)
    expect(await shown('upcoming'))
      .to.contain('You teach')
      .and.contain(mentee.name)
      .and.not.contain('Being paid')
    expect(await shown('requests'))
      .to.contain('You learn')
      .and.contain('Speaking up')
    expect(await shown('past'))
      .to.contain('Long ago')
      .and.not.contain(session.title)
    expect(html(await maya.visit('/sessions'))(`a[href="/sessions/${session.id}"]`).length).to.equal(1)
    expect(html(await maya.visit('/sessions'))('nav.primary [aria-current]').text()).to.equal('Sessions')
  })

  it('goes on, page by page', async () => {
    const { maya, mentee } = await between()
    for (let n = 0; n < 20; n++) await createBooking({ menteeId: mentee.id })
    const first = html(await maya.visit('/sessions'))
    const second = html(await maya.visit(first('.pagination a').attr('href')!))

    expect([first('.ledger li').length, second('.ledger li').length]).to.deep.equal([20, 1])
  })
})

describe('GET /sessions/:id', () => {
  it('is there for the two people in it and nobody else, in four statements', async () => {
    const { path, maya, tomas } = await between()
    await tomas.visit(path)
    const statements = await statementsOf(() => tomas.visit(path))

    expect(statements).to.have.lengthOf(4)
    expect(html(await maya.visit(path))('main').text())
      .to.contain('Tomáš Řehák')
      .and.contain('in UTC')
    for (const stranger of [await createUser(), await createUser({ role: 'admin' })])
      await (await signedIn(stranger)).visit(path).expect(404)
    expect((await visitor().visit(path)).headers.location).to.match(/^\/login/)
  })

  it('can be read and cancelled by who is leaving, but not moved; a suspended person sees none', async () => {
    const { path, maya, mentee, session } = await between()
    await mentee.update({ erasureAskedAt: new Date(), erasureDueAt: endOfGrace(new Date()) })
    const page = html(await maya.visit(path).expect(200))

    expect(page('main').text()).to.contain('You are leaving')
    expect(
      page('main form')
        .map((_, form) => page(form).attr('action'))
        .get(),
    ).to.deep.equal([`${path}/cancellation`])
    expect((await maya.visit(`${path}/move`)).headers.location).to.equal('/settings/delete')
    await maya.visit('/sessions').expect(200)
    await maya.submit(`${path}/cancellation`, {}, { from: path })
    expect((await session.reload()).state).to.equal('cancelled')
    await mentee.update({ suspendedAt: new Date() })
    await maya.visit(path).expect(403)
  })

  it('tells a mentor name, email and message of who booked, wherever they look, and nothing else (P09)', async () => {
    const { path, tomas, mentee, session } = await between({ menteeZone: 'Asia/Kolkata' })
    const canaries = { headline: 'canary-headline', bio: 'canary-bio', skills: ['canary-skill'] }
    await mentee.update({ ...canaries, links: ['https://canary-link.example'] })
    await createBooking({ menteeId: mentee.id, title: 'canary-other', message: 'canary-message' })

    const pages = ['/sessions', '/sessions?tab=past', path, `${path}/move`, `${path}/join`]
    const found = await Promise.all(pages.map(async (page) => (await tomas.visit(page).expect(200)).text))

    expect(found.join()).to.contain(mentee.name).and.contain(mentee.email).and.contain(session.message)
    expect(found.join()).not.to.match(/canary|Kolkata/)
    await tomas.submit(`${path}/link`, { link: 'https://meet.example/bench' }, { from: path })
    await tomas.visit(`/staff/people/${mentee.id}`).expect(403)
  })
})
