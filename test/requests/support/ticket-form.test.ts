import { expect } from 'chai'
import { Ticket, TicketReply } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const from = '/support/new'
const question = { category: 'booking', subject: 'No room left', body: 'Is there a waiting list?' }

describe('POST /support', () => {
  it('asks to wait who opens too many', async () => {
    const browser = await signedIn(await createUser())
    await browser.visit(from)
    const statuses: number[] = []
    for (let n = 0; n < 31; n++) statuses.push((await browser.submit('/support', {}, { from })).status)

    expect(statuses.indexOf(429)).to.equal(30)
    expect(await Ticket.count()).to.equal(0)
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
