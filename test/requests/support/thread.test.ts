import { expect } from 'chai'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { Ticket, TicketReply } from '../../../src/models/index.ts'
import { createTicket, createTicketNote, createTicketReply, createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

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

describe('A visitor’s ticket', () => {
  const keyed = (ticket: Ticket) => `/support/${ticket.ref}?key=${signedToken('ticket', ticket.id)}`
  const headers = { 'Sec-Fetch-Site': 'same-origin' }

  it('opens by the link we sent, takes answers, closes and opens again, and sets no cookie', async () => {
    const ticket = await createTicket({ visitorEmail: 'ann@example.org' })
    const browser = visitor()
    const page = await browser.visit(keyed(ticket))
    const key = html(page)('[name=key]').val()

    const replied = await browser.agent
      .post(`/support/${ticket.ref}/replies`)
      .type('form')
      .send({ key, body: 'And now?' })
    expect(replied.status).to.equal(303)
    expect(replied.headers.location).to.equal(keyed(ticket))
    expect(html(await browser.visit(replied.headers.location!))('.ticket').text()).to.contain('And now?')

    await browser.agent.post(`/support/${ticket.ref}/closing`).type('form').send({ key })
    expect((await ticket.reload()).status).to.equal('resolved')
    const reopened = await browser.agent.post(`/support/${ticket.ref}/reopening`).type('form').send({ key })
    expect((await ticket.reload()).status).to.equal('open')

    expect(page.headers['cache-control']).to.equal('no-store')
    for (const response of [page, replied, reopened]) expect(response.headers).to.not.have.property('set-cookie')
  })

  it('can be answered right after it was opened, with the session of that form', async () => {
    const browser = visitor()
    const question = { category: 'general', subject: 'Hello', body: 'Is anyone there?', email: 'ann@example.org' }
    await browser.submit('/support', question, { from: '/support/new' })
    const ticket = await Ticket.findOne({ rejectOnEmpty: true })
    const key = signedToken('ticket', ticket.id)

    const answered = await browser.submit(
      `/support/${ticket.ref}/replies`,
      { key, body: 'Yes?' },
      { from: keyed(ticket) },
    )

    expect(answered.status).to.equal(303)
  })

  it('is not written to by another site', async () => {
    const ticket = await createTicket({ visitorEmail: 'ann@example.org' })
    const key = signedToken('ticket', ticket.id)
    const post = visitor().agent.post(`/support/${ticket.ref}/replies`).type('form')

    expect((await post.set('Sec-Fetch-Site', 'cross-site').send({ key, body: 'Spam' })).status).to.equal(403)
    expect(await TicketReply.count()).to.equal(0)
  })

  it('does not open by the key of another ticket, or of another purpose', async () => {
    const ticket = await createTicket({ visitorEmail: 'ann@example.org' })
    const other = await createTicket({ visitorEmail: 'ann@example.org' })
    const attempts = [
      `/support/${ticket.ref}?key=${signedToken('ticket', other.id)}`,
      `/support/${ticket.ref}?key=${signedToken('verify', ticket.id)}`,
      `/support/${ticket.ref}?key=${signedToken('ticket', ticket.id).slice(0, -2)}`,
      `/support/${ticket.ref}?key=x`,
    ]

    for (const path of attempts) expect((await visitor().agent.get(path).set(headers)).status).to.equal(404)
  })
})

describe('The key of a ticket that has become an account’s', () => {
  it('leads its owner there once they are signed in, and nobody else', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const path = `/support/${ticket.ref}?key=${signedToken('ticket', ticket.id)}`

    expect((await (await signedIn(alice)).visit(path)).status).to.equal(200)
    expect((await (await signedIn(await createUser())).visit(path)).status).to.equal(404)
    expect((await visitor().visit(path)).headers.location).to.match(/^\/login/)
  })
})

describe('A stranger', () => {
  it('finds no ticket of Alice, whatever they try', async () => {
    const alice = await createUser({ name: 'Alice' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'Between us' })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    const bob = await signedIn(await createUser({ name: 'Bob' }))

    for (const path of [
      `/support/${ticket.ref}`,
      `/support/${ticket.ref}/files/${ticket.id}`,
      '/support/TR-00000000',
      '/support/%00',
    ]) {
      expect((await bob.visit(path)).status, path).to.equal(404)
    }
    for (const act of ['replies', 'closing', 'reopening']) {
      const response = await bob.submit(
        `/support/${ticket.ref}/${act}`,
        { body: 'Let me in' },
        { from: '/support/new' },
      )
      expect(response.status, act).to.equal(404)
    }
    expect(await TicketReply.count()).to.equal(1)
  })

  it('is asked to sign in where nobody is, and learns nothing by it', async () => {
    const ticket = await createTicket({ requesterId: (await createUser()).id })

    for (const ref of [ticket.ref, 'TR-00000000']) {
      const response = await visitor().visit(`/support/${ref}`)
      expect(response.headers.location).to.match(/^\/login/)
    }
  })
})

describe('A note of our staff', () => {
  it('is on no page its requester can reach', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })
    await createTicketNote({ ticketId: ticket.id, requesterId: alice.id, body: 'Between colleagues only' })
    const browser = await signedIn(alice)

    const seen = new Set<string>()
    const ahead = ['/', '/support', `/support/${ticket.ref}`, '/support/new']
    while (ahead.length > 0) {
      const path = ahead.pop()!
      if (seen.has(path)) continue
      seen.add(path)
      const response = await browser.visit(path)
      expect(response.text, path).to.not.contain('Between colleagues')
      const links = html(response)('a[href^="/"]').toArray()
      ahead.push(
        ...links.map(({ attribs }) => attribs.href!.replace(/#.*/, '')).filter((link) => !link.startsWith('/.')),
      )
    }
    expect(seen).to.include(`/support/${ticket.ref}`)
  })
})
