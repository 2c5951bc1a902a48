import { expect } from 'chai'
import { Mail, StaffAction, TicketNote } from '../../../src/models/index.ts'
import { cast } from '../../support/cast.ts'
import { createExport, createTicket, createTicketNote, createTicketReply } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/staff/tickets'

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

  it('promises a visitor, who has no page of their data, no reading of it', async () => {
    const { alice, charlie } = await cast()
    const [hers, visitors] = [
      await createTicket({ requesterId: alice.id }),
      await createTicket({ requesterId: null, visitorEmail: 'viola@example.net' }),
    ]
    const browser = await signedIn(charlie)
    const page = async (ref: string) => (await browser.visit(`/staff/tickets/${ref}`)).text

    expect(await page(hers.ref))
      .to.contain('who asked can read it')
      .and.contain('stands in their data')
    expect(await page(visitors.ref))
      .to.not.contain('who asked can read it')
      .and.not.contain('stands in their data')
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
