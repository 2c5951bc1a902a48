import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { MentorApplication, MentorProfile, StaffAction, type User } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createApplication } from '../../support/mentoring-factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const apply = '/mentor/apply'
const DAY = 24 * 60 * 60 * 1000
const words = { what: 'Glazing.\r\nAnd firing.', why: 'Thirty kilns.', links: 'https://kiln.example' }
const ines = (overrides = {}) => createUser({ name: 'Ines Carvalho', headline: 'Potter', ...overrides })

/** Somebody of our staff answers as the page asks them to. */
async function answer({ id }: MentorApplication, fields: object, staff?: User) {
  const browser = await signedIn(staff ?? (await createUser({ role: 'support', name: 'Charlie Cole' })))
  const page = `/staff/mentors/${id}`
  const sent = html(await browser.visit(page))('[name=sent]').val()
  return browser.submit(`${page}/decision`, { sent, ...fields }, { from: page })
}

describe('/mentor/apply', () => {
  it('takes an application once, and shows that it is with us', async () => {
    const browser = await signedIn(await ines())
    await browser.visit(apply)
    const send = () => browser.submit(apply, words, { from: '/settings/profile' })
    const answers = await Promise.all([send(), send()])
    const page = html(await browser.visit(apply))

    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303])
    expect(await MentorApplication.count()).to.equal(1)
    expect(page('main').text()).to.contain('With us').and.contain('Thirty kilns.')
    expect(page('main form[action="/mentor/apply"]')).to.have.lengthOf(0)
  })

  it('tells a mentor that they are one, also where their application is gone, and takes no other', async () => {
    const browser = await signedIn(await ines({ role: 'mentor' }))
    const page = html(await browser.visit(apply))

    expect(page('main').text()).to.contain('You are a mentor.')
    expect(page('main form')).to.have.lengthOf(0)
    expect((await browser.submit(apply, words, { from: '/settings/profile' })).status).to.equal(409)
  })

  it('says what is missing, and keeps what was typed', async () => {
    const browser = await signedIn(await ines())
    const refused = await browser.submit(apply, { ...words, why: '', links: 'javascript:alert(1)' }, { from: apply })

    expect(refused.status).to.equal(422)
    expect(html(refused)('.error-summary a')).to.have.lengthOf(2)
    expect(html(refused)('[name=what]').val()).to.contain('Glazing.')
  })

  it('is sent in again with our question answered, and can be written anew 30 days after a no', async () => {
    const member = await ines()
    const application = await createApplication({ memberId: member.id })
    const browser = await signedIn(member)

    expect((await answer(application, { decision: 'returned' })).status).to.equal(422)
    await answer(application, { decision: 'returned', feedback: 'Which kiln?' })
    expect(html(await browser.visit(apply))('main').text())
      .to.contain('Back with you')
      .and.contain('Which kiln?')
    await browser.submit(apply, words, { from: apply })
    expect(await application.reload()).to.include({ state: 'waiting', why: 'Thirty kilns.', decidedBy: null })

    await answer(application, { decision: 'refused', feedback: 'We have ten potters.' })
    expect((await browser.submit(apply, words, { from: '/settings/profile' })).status).to.equal(409)
    expect(html(await browser.visit(apply))('main').text()).to.contain('You can apply again')
    await application.reload()
    await application.update({ decidedAt: new Date(Date.now() - 31 * DAY) })
    await browser.submit(apply, words, { from: apply })
    expect(await MentorApplication.count({ where: { memberId: member.id } })).to.equal(2)
  })
})

describe('/staff/mentors', () => {
  it('lists who waits, the oldest first, and notes for them who read their application', async () => {
    const [late, early] = [await ines(), await createUser({ name: 'Joseph Bell' })]
    await createApplication({ memberId: late.id })
    const first = await createApplication({ memberId: early.id, createdAt: new Date(Date.now() - DAY) })
    await createApplication({ memberId: (await createUser({ suspendedAt: new Date() })).id })
    const charlie = await createUser({ role: 'support' })
    const browser = await signedIn(charlie)

    const rows = html(await browser.visit('/staff/mentors'))('tbody a')
    await browser.visit(`/staff/mentors/${first.id}`)
    await browser.visit(`/staff/mentors/${first.id}`)

    expect(rows.text()).to.equal('Joseph BellInes Carvalho')
    const about = { staffId: charlie.id, aboutId: early.id, action: 'read an application as a mentor' }
    expect(await StaffAction.count({ where: about })).to.equal(1)
    await (await signedIn(late)).visit('/staff/mentors').expect(403)
  })

  it('makes a mentor of a mentee, with a page and a profile, and writes to them (P01)', async () => {
    const [member, namesake] = [await ines(), await createUser({ role: 'mentor', slug: 'ines-carvalho' })]
    const application = await createApplication({ memberId: member.id })

    expect((await answer(application, { decision: 'accepted' })).headers.location).to.equal('/staff/mentors')
    await drainQueue()

    expect(await member.reload()).to.include({ role: 'mentor' })
    expect(member.slug)
      .to.match(/^ines-carvalho-[0-9a-f]{6}$/)
      .and.not.equal(namesake.slug)
    expect(await MentorProfile.findOne()).to.deep.include({ mentorId: member.id, listing: 'listed', languages: ['en'] })
    expect(
      await StaffAction.count({ where: { action: 'accepted an application as a mentor', aboutId: member.id } }),
    ).to.equal(1)
    const letters = (await mailbox()).filter(({ to }) => to === member.email)
    expect(letters.map(({ subject }) => subject)).to.deep.equal(['Welcome among the mentors'])
    await (await signedIn(member)).visit(`/mentors/${member.slug}`).expect(200)
  })

  it('lets one of two colleagues answer, and nobody answer what has changed since they read it', async () => {
    const application = await createApplication({ memberId: (await ines()).id })
    const [charlie, petra] = [await createUser({ role: 'support' }), await createUser({ role: 'privacy' })]
    const refuse = { decision: 'refused', feedback: 'No.' }

    const answers = await Promise.all([answer(application, refuse, charlie), answer(application, refuse, petra)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 409])

    const returned = await createApplication({ state: 'returned', feedback: 'Which?', decidedAt: new Date() })
    await returned.update({ state: 'waiting', decidedAt: null, createdAt: new Date() })
    const stale = await answer(returned, { decision: 'accepted', sent: new Date(0).toISOString() })
    expect(stale.status).to.equal(409)
    expect(await MentorProfile.count()).to.equal(0)
  })

  it('makes no mentor of who is leaving or one of us', async () => {
    for (const state of [{ role: 'support' as const }, { erasureAskedAt: new Date(), erasureDueAt: new Date() }]) {
      const application = await createApplication({ memberId: (await ines(state)).id })
      expect((await answer(application, { decision: 'accepted' })).status).to.equal(409)
      expect((await application.reload()).state).to.equal('waiting')
    }
  })
})
