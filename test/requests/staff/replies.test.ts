import { expect } from 'chai'
import { Mail, TicketReply } from '../../../src/models/index.ts'
import { cast } from '../../support/cast.ts'
import { createTicket, createTicketReply } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/staff/tickets'

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
