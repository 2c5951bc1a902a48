import { expect } from 'chai'
import { tablesAboutPeople } from '../../../src/privacy/data-map.ts'
import * as create from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('GET /settings/privacy', () => {
  it('counts what is held about its reader and nobody else, in one query for all tables', async () => {
    const alice = await create.createUser({ bio: 'I plane boards.' })
    await create.createTicket({ requesterId: alice.id })
    await create.createTicket({ requesterId: (await create.createUser()).id })
    const browser = await signedIn(alice)

    const statements = await statementsOf(() => browser.visit('/settings/privacy'))
    const page = html(await browser.visit('/settings/privacy').expect(200))

    expect(page('#holding-tickets th').text()).to.equal('Support tickets: 1')
    expect(page('#holding-account').text()).to.contain('I plane boards.').and.to.contain(alice.email)
    const listed = tablesAboutPeople.filter(({ name }) => page(`#holding-${name}`).length > 0)
    const empty = tablesAboutPeople.filter(({ title }) => page('#nothing').text().includes(title))
    expect(listed.length + empty.length).to.equal(tablesAboutPeople.length)
    expect(empty.map(({ name }) => name)).to.include('ticket_notes')
    expect(statements.filter((statement) => statement.includes('union all'))).to.have.lengthOf(1)
    expect(statements.length).to.be.below(10)
  })

  it('says what is withheld and why, and never shows it', async () => {
    const alice = await create.createUser()
    const page = html(await (await signedIn(alice)).visit('/settings/privacy'))

    expect(page('#holding-account').text()).to.contain(
      'password, as a bcrypt hash is held, and neither shown nor exported',
    )
    expect(page('main').text()).not.to.contain(alice.passwordDigest)
  })

  it('tells of each fact who else sees it today: everyone only where a mentor shows it', async () => {
    const shown = { role: 'mentor', slug: 'alice', bio: 'I plane boards.', headline: 'Joiner', shown: ['bio'] } as const
    const facts = async (details: object) => {
      const page = html(await (await signedIn(await create.createUser(details))).visit('/settings/privacy'))
      return (label: string) =>
        page('#holding-account tbody tr')
          .filter((_, row) => page(row).find('th').text() === label)
          .text()
    }
    const mentor = await facts({ ...shown, shown: ['bio'] })
    const mentee = await facts({ bio: 'I plane boards.' })

    expect(mentor('About')).to.contain('everyone')
    expect(mentor('In one line')).to.contain('our staff').and.not.to.contain('everyone')
    expect(mentor('Time zone'), 'beside their free times').to.contain('everyone')
    expect(mentee('Time zone')).to.not.contain('everyone')
    expect(mentor('Letters of news')).to.contain('nobody else')
    expect(mentee('Name')).to.contain('our staff').and.not.to.contain('everyone')
    expect(mentee('Here since')).to.contain('202')
  })

  it('leads to where each thing is corrected, or to a ticket that asks for it (P22, P23)', async () => {
    const page = html(await (await signedIn(await create.createUser())).visit('/settings/privacy'))

    expect(page('#holding-users a').attr('href')).to.equal('/settings/profile')
    expect(page('#holding-sign_ins a').attr('href')).to.equal('/support/new?category=privacy&about=sign_ins')
  })

  it('tells who of our staff looked and which company was told, without anyone’s name', async () => {
    const alice = await create.createUser()
    const { id } = await create.createUser({ name: 'Charlie', role: 'privacy' })
    await create.createStaffAction({
      staffId: id,
      aboutId: alice.id,
      action: 'opened a ticket',
      reason: 'to answer it',
    })
    await create.createDisclosure({ userId: alice.id, fields: ['users.email', 'users.name'], purpose: 'export-ready' })

    const looks = html(await (await signedIn(alice)).visit('/settings/privacy'))('#looks')

    expect(looks.text()).to.contain('Our privacy officer opened a ticket').and.to.contain('to answer it')
    expect(looks.text())
      .to.contain('Our email provider was given your email and name')
      .and.to.contain('for the letter “export ready”')
    expect(looks.text()).not.to.contain('Charlie')
  })

  it('shows which records a claim holds, why, and until when we look again', async () => {
    const [alice, bob] = [await create.createUser(), await create.createUser()]
    const held = { releasedAt: null, reviewOn: '2027-06-01' }
    await create.createLegalHold({ ...held, aboutId: alice.id, reason: 'Claim 7 needs it' })
    await create.createLegalHold({ ...held, aboutId: bob.id, reason: 'Claim 8 needs it' })
    await create.createLegalHold({ aboutId: alice.id, reason: 'Claim 6 is settled' })

    const holds = html(await (await signedIn(alice)).visit('/settings/privacy'))('#holds').text()

    expect(holds).to.contain('Support tickets').and.to.contain('Claim 7 needs it').and.to.contain('1 June 2027')
    expect(holds).not.to.contain('Claim 8').and.not.to.contain('Claim 6')
  })

  it('asks a stranger to sign in', async () => {
    await visitor().visit('/settings/privacy').expect(303).expect('Location', '/login?next=%2Fsettings%2Fprivacy')
  })
})
