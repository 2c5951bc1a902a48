import { expect } from 'chai'
import { legalDueDate } from '../../../src/lib/due.ts'
import { Export, Mail, Ticket, TicketReply } from '../../../src/models/index.ts'
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

  it('asks to wait who opens too many', async () => {
    const browser = await signedIn(await createUser())
    await browser.visit(from)
    const statuses: number[] = []
    for (let n = 0; n < 31; n++) statuses.push((await browser.submit('/support', {}, { from })).status)

    expect(statuses.indexOf(429)).to.equal(30)
    expect(await Ticket.count()).to.equal(0)
  })

  for (const subject of ['Privacy inquiry', '  PRIVACY   INQUIRY ', 'privacy inquiry.', 'Privacy Enquiry']) {
    it(`brings ${JSON.stringify(subject)} to the privacy officer, whatever was chosen (P40)`, async () => {
      const browser = await signedIn(await createUser())
      await browser.submit('/support', { ...question, category: 'general', subject }, { from })

      const ticket = await Ticket.findOne({ rejectOnEmpty: true })
      expect(ticket.queue).to.equal('privacy')
      expect(ticket.dueAt).to.deep.equal(legalDueDate(ticket.createdAt))
    })
  }

  for (const category of ['privacy', 'deletion'] as const) {
    it(`gives a ticket of kind ${category} the law’s date (P20, P40)`, async () => {
      await (await signedIn(await createUser())).submit('/support', { ...question, category }, { from })

      const ticket = await Ticket.findOne({ rejectOnEmpty: true })
      expect(ticket.queue).to.equal('privacy')
      expect(ticket.dueAt).to.deep.equal(legalDueDate(ticket.createdAt))
    })
  }

  it('begins the export of who asks for a copy of their data, and answers the one under way (P21)', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)
    const first = await browser.submit('/support', { ...question, category: 'export' }, { from })
    await browser.submit('/support', { ...question, category: 'export' }, { from })

    const ticket = await Ticket.findOne({
      where: { ref: first.headers.location!.split('/').at(-1)! },
      rejectOnEmpty: true,
    })
    const [request, ...others] = await Export.findAll()
    expect(others).to.deep.equal([])
    expect(request).to.include({ userId: alice.id, ticketId: ticket.id, status: 'waiting' })
    expect(request!.dueAt).to.deep.equal(ticket.dueAt)
    expect(html(await browser.visit(`/support/${ticket.ref}`))(`a[href="/exports/${request!.id}"]`).length).to.equal(1)
  })

  it('begins no export for a visitor, whoever’s address they gave', async () => {
    const alice = await createUser()
    await visitor().submit('/support', { ...question, category: 'export', email: alice.email }, { from })

    expect(await Ticket.count()).to.equal(1)
    expect(await Export.count()).to.equal(0)
  })

  const bad: [string, object, string][] = [
    ['nothing', {}, 'what it is about'],
    ['a category nobody has', { ...question, category: 'gossip' }, 'Choose'],
    ['two subjects', { ...question, subject: ['a', 'b'] }, 'few words'],
    ['a subject of spaces', { ...question, subject: '   ' }, 'few words'],
    ['a subject of two lines', { ...question, subject: 'a\nb' }, 'one line'],
    ['a subject without end', { ...question, subject: 'x'.repeat(201) }, 'at most 200'],
    ['a body without end', { ...question, body: 'x'.repeat(10_001) }, 'at most 10000'],
    ['a NUL', { ...question, body: 'a\0b' }, 'cannot keep'],
    ['a card number (P34)', { ...question, body: 'Take 4242 4242 4242 4242' }, 'card number'],
    ['a card number in the subject (P34)', { ...question, subject: '4242424242424242' }, 'card number'],
  ]
  for (const [what, fields, sentence] of bad) {
    it(`says what is wrong with ${what}, keeps what was typed, and stores nothing`, async () => {
      const response = await (await signedIn(await createUser())).submit('/support', fields, { from })

      expect(response.status).to.equal(422)
      expect(html(response)('.error-summary').text()).to.contain(sentence)
      expect(await Ticket.count()).to.equal(0)
    })
  }

  it('asks a visitor for an address that letters can go to', async () => {
    for (const email of ['', 'nobody', 'a@b\nBcc: c@example.org', 'x'.repeat(300)]) {
      const response = await visitor().submit('/support', { ...question, email }, { from })
      expect(response.status).to.equal(422)
    }
    expect(await Ticket.count()).to.equal(0)
  })

  it('keeps emoji, right-to-left writing and line breaks as they were written', async () => {
    const browser = await signedIn(await createUser())
    const { headers } = await browser.submit(
      '/support',
      { ...question, subject: 'שלום 👋🏽', body: 'a\r\n\r\nb <b>' },
      { from },
    )

    const page = html(await browser.visit(headers.location!))
    expect(page('h1').text()).to.equal('שלום 👋🏽')
    expect(page('.entry p').length).to.equal(2)
    expect(page('.entry b').length, 'only the name').to.equal(1)
  })

  it('refuses a form without the token of its session', async () => {
    const browser = await signedIn(await createUser())
    await browser.visit('/support/new')

    expect((await browser.agent.post('/support').type('form').send(question)).status).to.equal(403)
    expect(await TicketReply.count()).to.equal(0)
  })
})
