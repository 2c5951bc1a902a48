import { readdir } from 'node:fs/promises'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { files } from '../../../src/gateways/files.ts'
import { StoredFile, Ticket } from '../../../src/models/index.ts'
import { ticketService } from '../../../src/services/support/ticket-service.ts'
import { createUser } from '../../support/factories.ts'
import { objects, opened, pdf, picture, question, zip } from '../../support/uploads.ts'
import { html, signedIn } from '../../support/visitor.ts'

describe('A file that comes with a ticket', () => {
  beforeEach(async () => {
    for await (const key of files.list()) await files.remove(key)
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

/** A small PNG whose header says that it is 60,000 pixels wide and high. */
async function hugePng() {
  const png = await picture('png')
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}
