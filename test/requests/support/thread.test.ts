import { expect } from 'chai'
import { TicketReply } from '../../../src/models/index.ts'
import { createTicket, createTicketReply, createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

describe('The thread of a ticket', () => {
  it('takes an answer of its owner, and waits for us again', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id, status: 'answered' })
    const browser = await signedIn(alice)

    const response = await browser.submit(
      `/support/${ticket.ref}/replies`,
      { body: 'Yes, it is on.' },
      { from: '/support/new' },
    )

    expect(response.headers.location).to.equal(`/support/${ticket.ref}`)
    expect(await TicketReply.findOne()).to.include({ body: 'Yes, it is on.', side: 'requester', requesterId: alice.id })
    expect((await ticket.reload()).status).to.equal('open')
  })

  it('keeps an answer once that was sent twice', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const browser = await signedIn(alice)
    const send = () => browser.submit(`/support/${ticket.ref}/replies`, { body: 'Hello?' }, { from: '/support/new' })

    await browser.visit('/support/new')

    const responses = await Promise.all([send(), send()])

    expect(responses.map(({ status }) => status)).to.deep.equal([303, 303])
    expect(await TicketReply.count()).to.equal(1)
  })

  it('comes back with what is wrong, and what was typed', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const body = 'My card: 4242 4242 4242 4242'
    const browser = await signedIn(alice)

    const response = await browser.submit(`/support/${ticket.ref}/replies`, { body }, { from: '/support/new' })

    expect(response.status).to.equal(422)
    expect(html(response)('textarea').text()).to.contain(body)
  })

  it('is closed and opened again by its owner', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const browser = await signedIn(alice)

    await browser.submit(`/support/${ticket.ref}/closing`, {}, { from: `/support/${ticket.ref}` })
    expect(await ticket.reload()).to.include({ status: 'resolved' })
    expect(ticket.resolvedAt).to.be.a('date')

    await browser.submit(`/support/${ticket.ref}/reopening`, {}, { from: `/support/${ticket.ref}` })
    expect(await ticket.reload()).to.include({ status: 'open', resolvedAt: null })
  })

  it('is shown a screenful at a time, the latest first, with a way to what was before', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    for (let n = 1; n <= 60; n++)
      await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body: `No. ${n}.` })
    const browser = await signedIn(alice)

    const latest = html(await browser.visit(`/support/${ticket.ref}`))
    expect(latest('.entry').length).to.equal(50)
    expect(latest('.entry').last().text()).to.contain('No. 60.')

    const earlier = html(await browser.visit(latest('a:contains("Earlier")').attr('href')!))
    expect(earlier('.entry').length).to.equal(10)
    expect(earlier('.entry').first().text()).to.contain('No. 1.')
  })

  it('asks the database the same however long it is', async () => {
    const alice = await createUser()
    const short = await createTicket({ requesterId: alice.id })
    const long = await createTicket({ requesterId: alice.id })
    const charlie = await createUser({ role: 'support' })
    await createTicketReply({ ticketId: short.id, side: 'staff', staffId: charlie.id })
    for (let n = 0; n < 20; n++) await createTicketReply({ ticketId: long.id, side: 'staff', staffId: charlie.id })
    const browser = await signedIn(alice)
    await browser.visit('/support') // the first form of a session stores the secret behind its token

    const [few, many, list] = [
      await statementsOf(() => browser.visit(`/support/${short.ref}`)),
      await statementsOf(() => browser.visit(`/support/${long.ref}`)),
      await statementsOf(() => browser.visit('/support')),
    ]
    expect(many).to.have.length(few.length)
    expect(many.length).to.be.at.most(5)
    expect(list.length).to.be.at.most(3)
  })
})
