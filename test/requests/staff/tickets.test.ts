import { expect } from 'chai'
import { Mail, StaffAction, TicketNote, TicketReply } from '../../../src/models/index.ts'
import { createExport, createTicket, createTicketNote, createTicketReply, createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/staff/tickets'
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000)

async function cast() {
  const alice = await createUser({ name: 'Alice Ashby', email: 'alice@example.org' })
  const charlie = await createUser({ name: 'Charlie Cole', role: 'support' })
  const petra = await createUser({ name: 'Petra Pauls', role: 'privacy' })
  return { alice, charlie, petra }
}

describe('GET /staff', () => {
  it('counts what waits in each queue, what is overdue, and what is one’s own', async () => {
    const { charlie } = await cast()
    await createTicket({ dueAt: days(-1) })
    await createTicket({ assigneeId: charlie.id })
    await createTicket({ queue: 'privacy', category: 'privacy' })

    const page = html(await (await signedIn(charlie)).visit('/staff'))

    const row = page('tbody tr').first()
    expect(
      row
        .find('td')
        .toArray()
        .map((cell) => page(cell).text().trim()),
    ).to.deep.equal(['2', '1', '0', '1'])
    expect(page('main').text()).to.not.contain('Privacy')
  })

  it('is not there for members', async () => {
    const { alice } = await cast()
    for (const path of ['/staff', '/staff/tickets', '/staff/people', '/staff/audit']) {
      expect((await (await signedIn(alice)).visit(path)).status, path).to.equal(403)
    }
  })
})

describe('GET /staff/tickets', () => {
  it('lists the queue, what is due first on top, and no privacy request to support', async () => {
    const { charlie, petra } = await cast()
    await createTicket({ subject: 'Later', dueAt: days(3) })
    await createTicket({ subject: 'Overdue', dueAt: days(-3) })
    await createTicket({ subject: 'For Petra', queue: 'privacy', category: 'privacy', dueAt: days(30) })

    const subjects = async (user: typeof charlie, path = from) => {
      const page = html(await (await signedIn(user)).visit(path))
      return page('tbody th a')
        .toArray()
        .map((link) => page(link).text())
    }
    expect(await subjects(charlie)).to.deep.equal(['Overdue', 'Later'])
    expect(await subjects(charlie, '/staff/tickets?queue=privacy')).to.deep.equal([])
    expect(await subjects(petra)).to.deep.equal(['Overdue', 'Later', 'For Petra'])
    expect(await subjects(petra, '/staff/tickets?queue=privacy')).to.deep.equal(['For Petra'])
    expect(await subjects(petra, '/staff/tickets?status=answered')).to.deep.equal([])
    expect(await subjects(petra, '/staff/tickets?status=x&queue=y&mine=z&after=0')).to.have.length(3)
  })

  it('goes on page by page, and asks the database the same for each', async () => {
    const { charlie } = await cast()
    for (let n = 0; n < 60; n++) await createTicket({ subject: `No. ${n}.`, dueAt: days(1 + n) })
    const browser = await signedIn(charlie)

    const first = html(await browser.visit(from))
    expect(first('tbody tr').length).to.equal(50)
    const next = first('a:contains("Later due dates")').attr('href')!
    expect(html(await browser.visit(next))('tbody tr').length).to.equal(10)
    expect((await statementsOf(() => browser.visit(from))).length).to.equal(3)
    expect((await statementsOf(() => browser.visit(next))).length).to.equal(3)
  })
})

describe('GET /staff/tickets/:ref', () => {
  it('shows thread, notes, browser and export, and no address (P04, P14)', async () => {
    const { alice, charlie, petra } = await cast()
    const ticket = await createTicket({ requesterId: alice.id, queue: 'privacy', category: 'export' })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body: 'Where is it?' })
    await createTicketNote({ ticketId: ticket.id, staffId: charlie.id, body: 'Looks fine to me' })
    await createExport({ userId: alice.id, ticketId: ticket.id })

    const response = await (await signedIn(petra)).visit(`/staff/tickets/${ticket.ref}`)

    const page = html(response)
    expect(page('.entry:not(.internal)').text()).to.contain('Where is it?').and.contain('Alice Ashby')
    expect(page('.entry.internal').text()).to.contain('Looks fine to me').and.contain('Charlie Cole')
    expect(page('aside').text()).to.contain('Firefox 145.0, Linux').and.contain('Waiting to be packed')
    expect(response.text).to.not.contain('alice@example.org')
  })

  it('records the look once, with the ticket as its reason, where Alice can read it', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    const browser = await signedIn(charlie)
    await browser.visit(`/staff/tickets/${ticket.ref}`)
    await browser.visit(`/staff/tickets/${ticket.ref}`)

    const actions = await StaffAction.findAll()
    expect(actions).to.have.length(1)
    expect(actions[0]).to.include({ staffId: charlie.id, aboutId: alice.id, action: 'opened a ticket' })
    expect(actions[0]!.reason).to.contain(ticket.ref)
  })

  it('hides privacy requests from support, and their own tickets with the notes on them from all', async () => {
    const { charlie, petra } = await cast()
    const secret = await createTicket({ queue: 'privacy', category: 'privacy' })
    const own = await createTicket({ requesterId: petra.id })

    expect((await (await signedIn(charlie)).visit(`/staff/tickets/${secret.ref}`)).status).to.equal(404)
    const browser = await signedIn(petra)
    expect((await browser.visit(`/staff/tickets/${own.ref}`)).status).to.equal(404)
    expect((await browser.submit(`/staff/tickets/${own.ref}/replies`, { body: 'Me' }, { from })).status).to.equal(404)
  })

  it('asks the database the same however long the thread is', async () => {
    const { alice, charlie } = await cast()
    const [short, long] = [await createTicket({ requesterId: alice.id }), await createTicket({ requesterId: alice.id })]
    await createTicketReply({ ticketId: short.id })
    for (let n = 0; n < 20; n++) {
      await createTicketReply({ ticketId: long.id, side: 'staff', staffId: charlie.id })
      await createTicketNote({ ticketId: long.id, staffId: charlie.id })
    }
    const browser = await signedIn(charlie)
    for (const { ref } of [short, long]) await browser.visit(`/staff/tickets/${ref}`)

    const few = await statementsOf(() => browser.visit(`/staff/tickets/${short.ref}`))
    const many = await statementsOf(() => browser.visit(`/staff/tickets/${long.ref}`))
    expect(many).to.have.length(few.length)
    expect(many.length).to.be.at.most(10)
  })
})

describe('POST /staff/tickets/:ref/replies', () => {
  it('answers in public, tells the requester by a letter, and takes the ticket', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })

    const response = await (await signedIn(charlie)).submit(
      `/staff/tickets/${ticket.ref}/replies`,
      { body: 'Done.' },
      { from },
    )

    expect(response.headers.location).to.equal(`/staff/tickets/${ticket.ref}`)
    expect(await ticket.reload()).to.include({ status: 'answered', assigneeId: charlie.id })
    expect(await Mail.findOne()).to.include({ template: 'ticket-answered', userId: alice.id })
    expect(html(await (await signedIn(alice)).visit(`/support/${ticket.ref}`))('.ticket').text()).to.contain(
      'Charlie Cole',
    )
  })

  it('stores an answer once that was sent twice', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    const asked = await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    const browser = await signedIn(charlie)
    const answer = { body: 'Done.', last_reply_id: asked.id }

    for (let n = 0; n < 2; n++) {
      expect((await browser.submit(`/staff/tickets/${ticket.ref}/replies`, answer, { from })).status).to.equal(303)
    }
    expect(await TicketReply.count({ where: { side: 'staff' } })).to.equal(1)
    expect(await Mail.count()).to.equal(1)
  })

  it('keeps the draft and shows what Alice wrote in between', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    const browser = await signedIn(charlie)
    const seen = html(await browser.visit(`/staff/tickets/${ticket.ref}`))('[name=last_reply_id]').val()
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body: 'Never mind, it works!' })

    const answer = { body: 'Try again tomorrow.', last_reply_id: seen }
    const response = await browser.submit(`/staff/tickets/${ticket.ref}/replies`, answer, { from })

    const page = html(response)
    expect(response.status).to.equal(409)
    expect(page('.entry').last().text()).to.contain('Never mind, it works!')
    expect(page('textarea#body').text()).to.contain('Try again tomorrow.')
    expect(await TicketReply.count({ where: { side: 'staff' } })).to.equal(0)

    const again = { body: 'Good.', last_reply_id: page('[name=last_reply_id]').val() }
    expect((await browser.submit(`/staff/tickets/${ticket.ref}/replies`, again, { from })).status).to.equal(303)
  })

  it('refuses what is no answer', async () => {
    const { charlie } = await cast()
    const ticket = await createTicket({ visitorEmail: 'ann@example.org' })
    const browser = await signedIn(charlie)
    for (const fields of [{}, { body: '  ' }, { body: ['a', 'b'] }, { body: 'a\0b' }, { body: 'x'.repeat(10_001) }]) {
      expect((await browser.submit(`/staff/tickets/${ticket.ref}/replies`, fields, { from })).status).to.equal(422)
    }
  })
})

describe('What else is done with a ticket', () => {
  it('is noted in the table that its requester never reads, and in the record that they do', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    await (await signedIn(charlie)).submit(`/staff/tickets/${ticket.ref}/notes`, { body: 'Ask Petra first' }, { from })

    expect(await TicketNote.findOne()).to.include({
      body: 'Ask Petra first',
      requesterId: alice.id,
      staffId: charlie.id,
    })
    expect(await StaffAction.findOne()).to.include({ action: 'wrote a note', aboutId: alice.id })
    expect(await Mail.count()).to.equal(0)
  })

  it('is to give it to one of us, and to nobody else', async () => {
    const { alice, charlie, petra } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    const browser = await signedIn(charlie)
    const assign = (assignee: string) =>
      browser.submit(`/staff/tickets/${ticket.ref}/assignment`, { assignee }, { from })

    expect((await assign(petra.id)).status).to.equal(303)
    expect((await ticket.reload()).assigneeId).to.equal(petra.id)
    expect((await assign(alice.id)).status).to.equal(400)
    expect((await assign('x')).status).to.equal(400)
    expect((await assign('')).status).to.equal(303)
    expect((await ticket.reload()).assigneeId).to.equal(null)
  })

  it('is to close it with a letter, and to open it again', async () => {
    const { alice, charlie } = await cast()
    const ticket = await createTicket({ requesterId: alice.id })
    const browser = await signedIn(charlie)
    const set = (status: string) => browser.submit(`/staff/tickets/${ticket.ref}/status`, { status }, { from })

    await set('resolved')
    expect((await ticket.reload()).status).to.equal('resolved')
    expect(await Mail.findOne()).to.include({ template: 'ticket-resolved' })
    await set('open')
    expect(await ticket.reload()).to.include({ status: 'open', resolvedAt: null })
    expect((await set('lost')).status).to.equal(400)
  })
})
