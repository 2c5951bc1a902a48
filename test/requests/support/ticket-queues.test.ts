import { expect } from 'chai'
import { legalDueDate } from '../../../src/lib/due.ts'
import { Export, Ticket } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

const from = '/support/new'
const question = { category: 'booking', subject: 'No room left', body: 'Is there a waiting list?' }

describe('POST /support', () => {
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
})
