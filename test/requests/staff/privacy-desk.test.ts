import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Erasure, LegalHold, Ticket, User } from '../../../src/models/index.ts'
import { createTicket, createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const board = '/staff/privacy'
const petra = async () => signedIn(await createUser({ role: 'privacy', name: 'Petra' }))
const pages = [board, '/staff/privacy/retention', '/staff/privacy/holds']

describe('The privacy desk', () => {
  it('is open to privacy officers, and to nobody else', async () => {
    const [officer, support] = [await petra(), await signedIn(await createUser({ role: 'support' }))]

    for (const page of pages) {
      expect((await officer.visit(page)).status, page).to.equal(200)
      expect((await support.visit(page)).status, page).to.equal(403)
    }
  })

  it('shows requests by the time that is left, and erasures that are not proved', async () => {
    const [soon, late] = [new Date(Date.now() + 1e8), new Date(Date.now() + 1e9)]
    await createTicket({ ref: 'TR-LATER', queue: 'privacy', category: 'privacy', dueAt: late })
    await createTicket({ ref: 'TR-SOON', queue: 'privacy', category: 'export', dueAt: soon })
    const erasure = await Erasure.create({
      id: '0b9f5a60-0000-4000-8000-000000000009',
      status: 'failed',
      problem: 'Still recognisable in tickets',
      askedAt: soon,
      dueAt: soon,
    })
    const officer = await petra()

    const $ = html(await officer.visit(board))

    expect(
      $('#requests ~ .table th[scope=row]')
        .toArray()
        .map((cell) => $(cell).text()),
    ).to.deep.equal(['TR-SOON', 'TR-LATER'])
    expect((await officer.visit(`${board}/erasures/${erasure.id}`)).text).to.contain('Still recognisable in tickets')
    expect((await officer.visit(`${board}/erasures/nobody`)).status).to.equal(404)
  })

  it('offers to erase or delete only where something waits for it, and calls every table by a name', async () => {
    const officer = await petra()
    const [nobody, nothing] = [await officer.visit(board), await officer.visit('/staff/privacy/retention')]

    expect(nobody.text).not.to.contain('Erase who is due')
    expect(nothing.text)
      .to.contain('Nothing is past its time')
      .and.to.contain('Job runs')
      .and.not.to.contain('job_runs')

    await createUser({ erasureAskedAt: new Date('2026-01-01'), erasureDueAt: new Date('2026-01-15') })
    expect((await officer.visit(board)).text).to.contain('Erase who is due')
  })

  it('leads from each of its pages to all others', async () => {
    const officer = await petra()
    const all = [...pages, '/staff/audit', '/staff/jobs', '/staff/events']

    for (const page of all) {
      const $ = html(await officer.visit(page))
      const tabs = $('nav[aria-label="Privacy desk"] a')
        .toArray()
        .map((link) => $(link).attr('href'))
      expect(tabs, page).to.have.members(all)
    }
  })

  it('runs what the fuse stopped, once an officer has shown who they are', async () => {
    const due = { erasureAskedAt: new Date('2026-01-01'), erasureDueAt: new Date('2026-01-15') }
    const alice = await createUser(due)
    const officer = await petra()

    const response = await officer.submit('/staff/privacy/runs', { job: 'erase-due-accounts' }, { from: board })

    expect(response.headers.location).to.equal(board)
    await drainQueue()
    expect(await User.findByPk(alice.id)).to.equal(null)
  })
})

describe('A legal hold', () => {
  const page = '/staff/privacy/holds'
  const hold = { table: 'tickets', reason: 'Claim 7 of 2026 needs it', review_on: '2099-01-01' }

  it('is placed with a reason and a day to look again, reviewed, and released', async () => {
    const ticket = await createTicket()
    const officer = await petra()

    expect((await officer.submit(page, { ...hold, record: ticket.id }, { from: page })).status).to.equal(303)
    const placed = await LegalHold.findOne({ rejectOnEmpty: true })
    expect(html(await officer.visit(page))('.ledger').text())
      .to.contain('Claim 7 of 2026')
      .and.to.contain('Petra')

    await officer.submit(`${page}/${placed.id}/review`, { review_on: '2098-01-01' }, { from: page })
    expect((await placed.reload()).reviewOn).to.equal('2098-01-01')

    await officer.submit(`${page}/${placed.id}/release`, {}, { from: page })
    expect((await placed.reload()).releasedAt).to.be.instanceOf(Date)
    expect((await officer.submit(`${page}/${placed.id}/release`, {}, { from: page })).status).to.equal(404)
    expect(await Ticket.count()).to.equal(1)
  })

  it('is begun from the page of a ticket, for nobody knows an id by heart', async () => {
    const ticket = await createTicket()
    const officer = await petra()

    const path = html(await officer.visit(`/staff/tickets/${ticket.ref}`))('main a[href*=holds]').attr('href')!
    const $ = html(await officer.visit(path))

    expect($('[name=record]').val()).to.equal(ticket.id)
    expect($('[name=table]').val()).to.equal('tickets')
  })

  it('is refused without a reason, a day to come, or a record', async () => {
    const { id } = await createTicket()
    const officer = await petra()

    for (const wrong of [
      { record: id, reason: 'short' },
      { record: id, review_on: '2020-01-01' },
      { record: 'no id' },
      { record: '0b9f5a60-0000-4000-8000-000000000009' },
      { record: id, table: 'sessions' },
      { record: [id, id] },
    ]) {
      const response = await officer.submit(page, { ...hold, ...wrong }, { from: page })
      expect(response.status, JSON.stringify(wrong)).to.equal(422)
    }
    expect(await LegalHold.count()).to.equal(0)
  })
})
