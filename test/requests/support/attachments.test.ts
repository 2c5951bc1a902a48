import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { StaffAction, StoredFile, Ticket, TicketReply } from '../../../src/models/index.ts'
import { createStoredFile, createTicket, createTicketReply, createUser } from '../../support/factories.ts'
import { opened, pdf, picture, raw } from '../../support/uploads.ts'
import { html, signedIn, visitor } from '../../support/visitor.ts'

describe('A file that comes with a ticket', () => {
  for (const format of ['png', 'jpeg', 'webp', 'gif'] as const) {
    it(`is taken as ${format}, kept byte for byte, and handed out only to be saved (P19)`, async () => {
      const bytes = await picture(format)
      const { browser, response } = await opened([{ name: 'photo.bin', bytes, type: 'text/html' }])

      const page = html(await browser.visit(response.headers.location!))
      const download = await browser.agent.get(page('a[download]').attr('href')!).buffer().parse(raw)
      expect(download.body).to.deep.equal(bytes)
      expect(download.headers['content-type']).to.equal(`image/${format}`)
      expect(download.headers['content-disposition']).to.match(/^attachment; filename="?photo\.\w+"?$/)
      expect(download.headers['content-security-policy']).to.contain('sandbox')
      expect(download.headers['x-content-type-options']).to.equal('nosniff')
      expect(download.headers['cache-control']).to.equal('no-store')
      const row = await StoredFile.findOne({ rejectOnEmpty: true })
      expect(row.sha256).to.equal(createHash('sha256').update(bytes).digest('hex'))
    })
  }

  it('may be a PDF or a text, five at most, with a name in any script', async () => {
    const { browser, response } = await opened([
      { name: 'счёт №1.PDF', bytes: pdf },
      { name: '../../etc/passwd', bytes: Buffer.from('Grüße\n') },
      { name: 'a\u202egnp.exe', bytes: Buffer.from('one') },
      { name: '.hidden', bytes: Buffer.from('two') },
      { name: 'C:\\temp\\log.txt', bytes: Buffer.from('three') },
    ])

    expect(response.status).to.equal(303)
    const names = (await StoredFile.findAll({ order: ['id'] })).map(({ name }) => name)
    expect(names).to.have.members(['счёт №1.pdf', 'passwd.txt', 'agnp.txt', 'file.txt', 'log.txt'])
    for (const { id, name } of await StoredFile.findAll()) {
      const ticket = await Ticket.findOne({ rejectOnEmpty: true })
      const { headers } = await browser.visit(`/support/${ticket.ref}/files/${id}`)
      expect(headers['content-disposition'], name).to.match(/^attachment/)
    }
  })

  it('is reached by its requester, a visitor with the key and staff of the queue, who leave a trace', async () => {
    const { response } = await opened([{ name: 'log.txt', bytes: Buffer.from('text') }])
    const ref = response.headers.location!.split('/').at(-1)
    const file = await StoredFile.findOne({ rejectOnEmpty: true })
    const bob = await signedIn(await createUser())
    const charlie = await signedIn(await createUser({ role: 'support' }))

    expect((await bob.visit(`/support/${ref}/files/${file.id}`)).status).to.equal(404)
    expect((await bob.visit(`/staff/tickets/${ref}/files/${file.id}`)).status).to.equal(403)
    expect((await charlie.visit(`/staff/tickets/${ref}/files/${file.id}`)).status).to.equal(200)
    expect(await StaffAction.findOne()).to.include({ action: 'opened a file of a ticket', aboutId: file.ownerId })
  })

  it('of a visitor opens by the key of its own ticket, and says so when the object is gone', async () => {
    const ticket = await createTicket({ visitorEmail: 'ann@example.org' })
    const reply = await createTicketReply({ ticketId: ticket.id })
    const where = {
      ticketId: ticket.id,
      replyId: reply.id,
      ownerId: null,
      purpose: 'attachment' as const,
      mediaType: 'text/plain',
    }
    const file = await StoredFile.create({
      ...(await createStoredFile()).get(),
      ...where,
      id: undefined,
      storageKey: files.newKey(),
    })
    const path = `/support/${ticket.ref}/files/${file.id}?key=${signedToken('ticket', ticket.id)}`

    expect((await visitor().visit(path)).status).to.equal(404)
    await files.put(file.storageKey, Buffer.from('abc'))
    expect((await visitor().visit(path)).text).to.equal('abc')
    expect(await TicketReply.count()).to.equal(1)
  })
})
