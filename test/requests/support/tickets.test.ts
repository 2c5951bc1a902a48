import { expect } from 'chai'
import { Mail, Ticket } from '../../../src/models/index.ts'
import { createTicket, createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const from = '/support/new'
const question = { category: 'booking', subject: 'No room left', body: 'Is there a waiting list?' }

describe('GET /support', () => {
  it('shows a person their tickets and nobody else’s', async () => {
    const alice = await createUser()
    await createTicket({ requesterId: alice.id, subject: 'Where is my room?' })
    await createTicket({ requesterId: (await createUser()).id, subject: 'Something of Bob' })

    const page = html(await (await signedIn(alice)).visit('/support'))('main').text()

    expect(page).to.contain('Where is my room?').and.not.contain('Something of Bob')
  })

  it('tells a visitor what it is, and sets no cookie', async () => {
    const response = await visitor().visit('/support')

    expect(response.status).to.equal(200)
    expect(response.text).to.contain('Privacy inquiry')
    expect(response.headers).to.not.have.property('set-cookie')
  })
})

describe('GET /support/new', () => {
  it('is filled in by a link that knows what it is about', async () => {
    const page = html(await visitor().visit('/support/new?category=privacy&subject=Privacy+inquiry&about=users.email'))

    expect(page('[name=category]').val()).to.equal('privacy')
    expect(page('[name=subject]').val()).to.equal('Privacy inquiry')
    expect(page('[name=body]').text()).to.contain('users.email')
  })

  it('shrugs at a query that means nothing', async () => {
    const response = await visitor().visit('/support/new?category=1&category=2&subject=a&subject=b&about=x&about=y')

    expect(response.status).to.equal(200)
  })

  it('leads who wants to leave to the page where that is done', async () => {
    const page = html(await visitor().visit('/support/new?category=deletion'))

    expect(page('main a[href="/settings/delete"]').length).to.equal(1)
  })
})

describe('POST /support', () => {
  it('opens a ticket that its owner reads at once, and remembers the browser it was written in (P04)', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)
    browser.agent.set('User-Agent', FIREFOX)

    const response = await browser.submit('/support', question, { from })

    const ticket = await Ticket.findOne({ rejectOnEmpty: true })
    expect(response.headers.location).to.equal(`/support/${ticket.ref}`)
    expect(ticket.ref).to.match(/^TR-[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(ticket).to.include({ requesterId: alice.id, queue: 'support', status: 'open', browser: 'Firefox 145.0' })
    expect(ticket.dueAt.getTime() - ticket.createdAt.getTime()).to.equal(3 * 24 * 60 * 60 * 1000)

    const page = html(await browser.visit(response.headers.location!))
    expect(page('h1').text()).to.equal('No room left')
    expect(page('.ticket').text()).to.contain('Is there a waiting list?')
    expect(page('main').text()).to.contain('Firefox 145.0')
  })

  it('posts a letter that names the ticket and holds none of its words', async () => {
    const alice = await createUser()
    await (await signedIn(alice)).submit('/support', question, { from })

    const ticket = await Ticket.findOne({ rejectOnEmpty: true })
    expect(await Mail.findOne({ where: { template: 'ticket-opened' } })).to.include({
      userId: alice.id,
      ticketId: ticket.id,
    })
  })

  it('takes a suspended and a leaving person’s question too', async () => {
    const suspended = await createUser({ suspendedAt: new Date() })
    const leaving = await createUser()
    await leaving.askForErasure(new Date(), 'delete')

    for (const person of [suspended, leaving]) {
      const response = await (await signedIn(person)).submit('/support', question, { from })
      expect(response.headers.location).to.match(/^\/support\/TR-/)
    }
  })

  it('sends a visitor the link instead of showing the ticket to whoever typed the address', async () => {
    const browser = visitor()
    const response = await browser.submit('/support', { ...question, email: 'Ann@Example.org ' }, { from })

    const ticket = await Ticket.findOne({ rejectOnEmpty: true })
    expect(response.headers.location).to.equal('/support')
    expect(html(await browser.visit('/support'))('#flash').text()).to.contain('letter')
    expect(ticket).to.include({ requesterId: null, visitorEmail: 'ann@example.org' })
    expect(await Mail.findOne({ where: { template: 'ticket-opened' } })).to.include({
      userId: null,
      ticketId: ticket.id,
    })
  })

  it('opens one ticket for a form that was sent twice, and two for two questions', async () => {
    const browser = await signedIn(await createUser())
    await browser.visit(from)
    const send = (body: string) => browser.submit('/support', { ...question, body }, { from })
    const [one, other] = await Promise.all([send('Is there a list?'), send('Is there a list?')])
    await send('And where is it?')

    expect(one.headers.location).to.equal(other.headers.location)
    expect(await Ticket.count()).to.equal(2)
    expect(await Mail.count()).to.equal(2)
  })
})
