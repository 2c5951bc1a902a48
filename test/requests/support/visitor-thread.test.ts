import { expect } from 'chai'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { Ticket, TicketReply } from '../../../src/models/index.ts'
import { createTicket } from '../../support/factories.ts'
import { html, visitor } from '../../support/visitor.ts'

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
