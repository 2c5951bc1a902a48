import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Session, User } from '../../../src/models/index.ts'
import { eraseDue } from '../../../src/services/privacy/erasure/erasure-night.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { createTicket, createUser, PASSWORD } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const page = '/settings/delete'
const sure = { password: PASSWORD, confirm: 'DELETE', contributions: 'delete' }
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

describe('GET /settings/delete', () => {
  it('shows what goes, what stays until when and why, and what is still under way (P24)', async () => {
    const alice = await createUser()
    await createTicket({ requesterId: alice.id })
    await createTicket({ requesterId: alice.id, resolvedAt: new Date('2026-11-01T12:00:00Z') })

    const $ = html(await (await signedIn(alice)).visit(page))

    expect($('.goes').first().text()).to.contain('Your account').and.to.contain('1 entry')
    expect($('.stays').first().text()).to.contain('Support tickets, 2 entries').and.to.contain('disputes may be raised')
    expect($('.flash.warning').text()).to.contain('an open ticket')
  })

  it('shows a person the very plan that is carried out', async () => {
    const alice = await createUser()
    await createTicket({ requesterId: alice.id })
    const browser = await signedIn(alice)
    const $ = html(await browser.visit(page))
    const shown = $('.goes li')
      .toArray()
      .map((line) =>
        $('span', line)
          .toArray()
          .map((part) => $(part).text())
          .join(': '),
      )

    await browser.submit(page, sure, { from: page })
    const leaving = await User.findOne({ rejectOnEmpty: true })
    const { receipt } = (await new ErasureService().erase(leaving, inDays(15)))!

    expect(shown).to.include('Your account: 1 entry').and.to.include('Sign-ins: 1 entry')
    expect(receipt!.find(({ table }) => table === 'sign_ins')).to.include({ outcome: 'gone', rows: 1 })
    expect(receipt!.find(({ table }) => table === 'tickets')).to.include({ outcome: 'stays', rows: 1 })
  })

  it('asks a visitor to sign in', async () => {
    expect((await visitor().visit(page)).headers.location).to.match(/^\/login/)
  })
})

describe('POST /settings/delete', () => {
  it('hides the account, ends all its sessions, and writes to its address (P24)', async () => {
    const alice = await createUser({
      role: 'mentor',
      slug: 'alice',
      shown: ['headline'],
      headline: 'Cello',
      email: 'alice@example.com',
    })
    const [browser, phone] = [await signedIn(alice), await signedIn(alice)]

    const response = await browser.submit(page, { ...sure, contributions: 'anonymise' }, { from: page })

    expect(response.status).to.equal(303)
    expect(response.headers.location).to.equal('/settings/delete/asked')
    expect((await browser.visit('/settings/delete/asked')).text).to.contain('Goodbye for now')
    expect(await Session.count({ where: { userId: alice.id } })).to.equal(0)
    expect((await phone.visit('/settings/profile')).headers.location).to.match(/^\/login/)
    expect((await visitor().visit('/mentors/alice')).status).to.equal(404)

    await alice.reload()
    expect(alice.contributions).to.equal('anonymise')
    expect(alice.erasureDueAt!.getTime() - alice.erasureAskedAt!.getTime()).to.equal(14 * 24 * 60 * 60 * 1000)
    await drainQueue()
    const letters = await mailbox()
    expect(letters.find(({ subject }) => subject.includes('deleted'))).to.include({ to: 'alice@example.com' })
  })

  it('needs the password, the word and a choice, and says so', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)

    for (const [fields, sentence] of [
      [{ ...sure, password: 'not mine at all' }, 'That is not your password'],
      [{ ...sure, password: '' }, 'Enter your password'],
      [{ ...sure, confirm: 'delete' }, 'Type DELETE in capitals'],
      [{ ...sure, contributions: 'sell' }, 'Choose what becomes'],
      [{}, 'Enter your password'],
    ] as const) {
      const response = await browser.submit(page, fields, { from: page })
      expect(response.status).to.equal(422)
      expect(html(response)('.error-summary').text()).to.contain(sentence)
      expect(response.text).not.to.contain('not mine at all')
    }
    expect((await alice.reload()).isLeaving).to.equal(false)
  })

  it('does not let one of our staff go, and says who can', async () => {
    const charlie = await createUser({ role: 'admin' })
    const browser = await signedIn(charlie)

    expect((await browser.visit(page)).text).to.contain('let go by an admin')
    const response = await browser.submit(page, sure, { from: page })

    expect(response.status).to.equal(403)
    expect((await charlie.reload()).isLeaving).to.equal(false)
  })
})

describe('POST /settings/delete/cancellation', () => {
  it('lets a person come back within 14 days, and nothing of theirs is erased after (P24)', async () => {
    const alice = await createUser({ email: 'alice@example.com' })
    await (await signedIn(alice)).submit(page, sure, { from: page })

    const back = await signedIn(alice)
    const $ = html(await back.visit(page))
    expect($('h1').text()).to.equal('You are leaving')
    const response = await back.submit('/settings/delete/cancellation', {}, { from: page })

    expect(response.headers.location).to.equal('/settings/profile')
    expect((await alice.reload()).isLeaving).to.equal(false)
    expect(await eraseDue({ now: inDays(31), dryRun: false, confirmed: false })).to.include({ due: 0 })
    await drainQueue()
    expect((await mailbox()).map(({ subject }) => subject)).to.include('Your account stays')
  })

  it('is nothing to who is not leaving', async () => {
    const alice = await createUser()

    expect((await (await signedIn(alice)).submit('/settings/delete/cancellation', {}, { from: page })).status).to.equal(
      303,
    )
    await drainQueue()
    expect((await mailbox()).map(({ subject }) => subject)).not.to.include('Your account stays')
  })

  it('comes too late once they are erased: their password opens nothing any more', async () => {
    const alice = await createUser()
    await (await signedIn(alice)).submit(page, sure, { from: page })
    await eraseDue({ now: inDays(15), dryRun: false, confirmed: false })

    expect((await visitor().submit('/login', { email: alice.email, password: PASSWORD })).status).to.equal(422)
  })
})
