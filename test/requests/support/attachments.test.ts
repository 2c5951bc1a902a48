import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { expect } from 'chai'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { config } from '../../../src/config.ts'
import { files } from '../../../src/gateways/files.ts'
import { signedToken } from '../../../src/lib/signed-link.ts'
import { StaffAction, StoredFile, Ticket, TicketReply } from '../../../src/models/index.ts'
import { ticketService } from '../../../src/services/support/ticket-service.ts'
import { createStoredFile, createTicket, createTicketReply, createUser } from '../../support/factories.ts'
import { html, signedIn, type Upload, visitor } from '../../support/visitor.ts'

const question = { category: 'general', subject: 'A picture', body: 'See here' }
const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif', width = 20) =>
  sharp({ create: { width, height: 20, channels: 3, background: 'teal' } })
    .toFormat(format)
    .toBuffer()
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const zip = Buffer.from(zipSync({ 'a.txt': Buffer.from('hello') }))

async function opened(uploads: Upload[]) {
  const browser = await signedIn(await createUser())
  const response = await browser.upload('/support', question, { attachment: uploads }, '/support/new')
  return { browser, response }
}

const objects = async () => (await Array.fromAsync(files.list())).length

describe('A file that comes with a ticket', () => {
  beforeEach(async () => {
    for await (const key of files.list()) await files.remove(key)
  })

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

  const bad: [string, () => Promise<Buffer> | Buffer][] = [
    ['an empty file', () => Buffer.alloc(0)],
    ['an SVG', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    [
      'an SVG without a prologue',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['a page', () => Buffer.from('<!DOCTYPE html><title>x</title>')],
    ['a page after a blank', () => Buffer.from('\n\n  <HTML ><body>')],
    ['a ZIP', () => zip],
    ['a program', () => Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['text with a NUL', () => Buffer.from('a\0b')],
    ['text with an escape', () => Buffer.from('a\x1b[2Jb')],
    ['broken UTF-8', () => Buffer.from([0x61, 0xc3, 0x28])],
    ['UTF-16', () => Buffer.from('\ufeff<html>', 'utf16le')],
    [
      'a GIF with a script behind it',
      async () => Buffer.concat([await picture('gif'), Buffer.from('<script>1</script>')]),
    ],
    ['a GIF that is a script', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1);<script src=x></script>')],
    ['a JPEG with a page behind it', async () => Buffer.concat([await picture('jpeg'), Buffer.from('<html><body>')])],
    [
      'a JPEG with a shell script behind it',
      async () => Buffer.concat([await picture('jpeg'), Buffer.from('\n#!/bin/sh\nls\n')]),
    ],
    ['a PNG with a ZIP behind it', async () => Buffer.concat([await picture('png'), zip])],
    ['a PDF with a ZIP behind it', () => Buffer.concat([pdf, zip])],
    ['a PDF with words behind it', () => Buffer.concat([pdf, Buffer.from('<script>1</script>')])],
    ['a PNG that is a PDF too', async () => Buffer.concat([await picture('png'), pdf])],
    ['only the head of a PNG', async () => (await picture('png')).subarray(0, 20)],
    ['only the head of a PDF', () => Buffer.from('%PDF-1.4\n')],
    ['a picture that unpacks to gigabytes', () => hugePng()],
  ]
  for (const [what, bytes] of bad) {
    it(`is not taken when it is ${what}`, async () => {
      const { response } = await opened([{ name: 'harmless.png', bytes: await bytes(), type: 'image/png' }])

      expect(response.status).to.equal(422)
      expect(html(response)('.error-summary a').attr('href')).to.equal('#attachment')
      expect(html(response)('textarea').text().trim(), 'what was typed').to.equal('See here')
      expect([await Ticket.count(), await StoredFile.count(), await objects()]).to.deep.equal([0, 0, 0])
    })
  }

  it('is refused with a sentence beyond five files and beyond 10 MiB, and leaves nothing behind', async () => {
    const six = Array.from({ length: 6 }, (_, n) => ({ name: `${n}.txt`, bytes: Buffer.from('x') }))
    const large = [{ name: 'large.txt', bytes: Buffer.alloc(10 * 1024 * 1024 + 1, 'x') }]

    for (const uploads of [six, large]) expect((await opened(uploads)).response.status).to.equal(413)
    expect([await Ticket.count(), await objects()]).to.deep.equal([0, 0])
    expect(await readdir(`${config.dataDir}/incoming`)).to.deep.equal([])
  })

  it('leaves no object when its ticket could not be kept', async () => {
    const failing = { ...question, category: 'gossip' as 'general', client: { browser: null, os: null } }
    const attachment = {
      path: import.meta.filename,
      name: 'a.txt',
      mediaType: 'text/plain',
      bytes: 1,
      sha256: 'a'.repeat(64),
    }

    const failed = await ticketService
      .open({ ...failing, attachments: [attachment] }, new Date())
      .catch((error) => error)
    expect(failed).to.be.an('error')
    expect(await objects()).to.equal(0)
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

describe('A multipart body that lies', () => {
  const bodies = {
    'ends too early': '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nabc',
    'has no boundary inside': 'nothing of the kind',
    'is empty': '',
    'names no field': '--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n',
  }
  for (const [what, body] of Object.entries(bodies)) {
    it(`is answered with 4xx when it ${what}`, async () => {
      const browser = await signedIn(await createUser())
      const response = await browser.agent
        .post('/support')
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send(body)

      expect(response.status).to.be.within(400, 499)
    })
  }
})

function raw(response: unknown, done: (error: Error | null, body: Buffer) => void) {
  const stream = response as NodeJS.ReadableStream
  const chunks: Buffer[] = []
  stream.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
}

/** A small PNG whose header says that it is 60,000 pixels wide and high. */
async function hugePng() {
  const png = await picture('png')
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}
