import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { load } from 'cheerio'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Export, ExportDownload, Mail, Ticket, TicketReply } from '../../../src/models/index.ts'
import { buildExport } from '../../../src/services/privacy/export/build-export.ts'
import { exportService } from '../../../src/services/privacy/export/export-service.ts'
import { formats } from '../../../src/services/privacy/export/formats.ts'
import { ticketService } from '../../../src/services/support/ticket-service.ts'
import { exportOf } from '../../support/exports.ts'
import * as create from '../../support/factories.ts'

describe('An export', () => {
  it('says in its manifest what each file is, how to check it, and what Article 15 asks for (P26)', async () => {
    const alice = await create.createUser()
    await create.createDisclosure({ userId: alice.id, fields: ['users.email', 'users.name'] })
    await create.createSignIn({ userId: alice.id })

    const { text, bytes, folders, request } = await exportOf(alice.id)
    const manifest = JSON.parse(text['manifest.json']!)

    expect([...folders]).to.deep.equal([`trellis-export-${request.startedAt!.toISOString().slice(0, 10)}`])
    expect(Object.keys(bytes)).to.have.members([
      ...manifest.files.map(({ file }: { file: string }) => file),
      'manifest.json',
    ])
    for (const { file, sha256, bytes: size } of manifest.files) {
      expect(createHash('sha256').update(bytes[file]!).digest('hex'), file).to.equal(sha256)
      expect(bytes[file]!.length).to.equal(size)
    }
    expect(manifest.sections.find(({ file }: { file: string }) => file === 'technical/sign-ins.json').rows).to.equal(1)
    expect(manifest.recipients.toldAboutYou[0]).to.include({ processor: 'mail', times: 1 })
    expect(manifest).to.include.keys('rights', 'source', 'automatedDecisions', 'withheld')
  })

  it('ships a schema with every JSON file, and every file keeps to it (P26)', async () => {
    const alice = await create.createUser({ skills: ['joinery'] })
    await create.createStoredFile({ ownerId: alice.id })
    await create.createTicket({ requesterId: alice.id })

    const { text } = await exportOf(alice.id)
    const ajv = addFormats.default(new Ajv2020({ strict: false }))
    const documents = Object.keys(text).filter((file) => file.endsWith('.json') && !file.startsWith('schemas/'))

    expect(documents).to.include.members(['account/account.json', 'uploads/files.json', 'manifest.json'])
    for (const file of documents) {
      const valid = ajv.compile(JSON.parse(text[`schemas/${file.replace('.json', '.schema.json')}`]!))
      expect(valid(JSON.parse(text[file]!)), `${file}: ${JSON.stringify(valid.errors)}`).to.equal(true)
    }
  })

  it('writes each conversation as a text that can be read (P17)', async () => {
    const alice = await create.createUser()
    const at = new Date('2026-11-12T10:04:00Z')
    for (const ref of ['TR-1111', 'TR-2222']) {
      const { id } = await create.createTicket({ requesterId: alice.id, ref })
      const thread = { ticketId: id, requesterId: alice.id, createdAt: at }
      await create.createTicketReply({ ...thread, body: `Where is ${ref}? 🌱` })
      await create.createTicketReply({ ...thread, side: 'staff', body: 'Here.' })
    }

    const { text } = await exportOf(alice.id)

    expect(text['support/conversations/TR-1111.txt']).to.equal(
      'You, 12 November 2026 10:04 UTC\nWhere is TR-1111? 🌱\n\nTrellis support, 12 November 2026 10:04 UTC\nHere.\n',
    )
    expect(text['support/conversations/TR-2222.txt']).to.contain('Where is TR-2222?')
  })

  it('holds every upload byte for byte under a name of its own, and lists one that is missing (P19)', async () => {
    const alice = await create.createUser()
    for (const [name, content] of [
      ['a:b?.jpg', 'one'],
      ['A_b_.jpg', 'two'],
    ] as const) {
      const { storageKey } = await create.createStoredFile({ ownerId: alice.id, storageKey: files.newKey(), name })
      await files.put(storageKey, Buffer.from(content))
    }
    await create.createStoredFile({ ownerId: alice.id, name: 'lost.jpg' })

    const { text } = await exportOf(alice.id)
    const rows = JSON.parse(text['uploads/files.json']!)

    expect(text['uploads/photo/a_b_.jpg']).to.equal('one')
    expect(text['uploads/photo/A_b_ (2).jpg']).to.equal('two')
    expect(JSON.parse(text['manifest.json']!).missingUploads).to.deep.equal(['uploads/photo/lost.jpg'])
    expect(rows.map(({ file }: { file: string | null }) => file)).to.include(null)
    expect(rows[0]).not.to.have.property('storageKey')
  })

  it('begins with a page for people that shows names as text and loads nothing', async () => {
    const alice = await create.createUser()
    const { id } = await create.createTicket({ requesterId: alice.id, ref: '<img src=x>' })
    await create.createTicketReply({ ticketId: id, requesterId: alice.id })

    const page = load((await exportOf(alice.id)).text['index.html']!)

    expect(page('img, script, link')).to.have.lengthOf(0)
    expect(page('li').text()).to.contain('support/conversations/<img src=x>.txt')
    expect(page('dt').text()).to.contain('Support tickets, 1 entry')
  })

  it('is valid for an account that has done nothing', async () => {
    const { text } = await exportOf((await create.createUser()).id)

    expect(JSON.parse(text['support/tickets.json']!)).to.deep.equal([])
  })

  it('writes CSV that a spreadsheet reads as text (P16)', async () => {
    const rows = (async function* () {
      yield [
        { item: '=cmd|"/c calc"!A0', note: 'two\nlines', amount: 12 },
        { item: '+44', note: '', amount: -1 },
      ]
    })()

    expect((await Array.fromAsync(formats.csv(rows))).join('')).to.equal(
      `"item","note","amount"\r\n"'=cmd|""/c calc""!A0","two\nlines","12"\r\n"'+44",,"-1"\r\n`,
    )
  })
})

describe('build-export', () => {
  it('makes it ready for seven days, writes to its owner, and answers the ticket (P20, P21)', async () => {
    const alice = await create.createUser()
    const ticket = await create.createTicket({ requesterId: alice.id, category: 'export', queue: 'privacy' })
    const request = await exportService.ask(alice, ticket, new Date())

    await drainQueue()

    await request.reload()
    expect(request.status).to.equal('ready')
    expect(request.partsDone).to.equal(request.parts)
    expect(Number(request.bytes)).to.equal(await files.size(request.storageKey!))
    expect(request.expiresAt!.getTime() - request.finishedAt!.getTime()).to.equal(7 * 24 * 60 * 60 * 1000)
    expect((await ticket.reload()).status).to.equal('answered')
    expect(await TicketReply.count({ where: { ticketId: ticket.id, side: 'staff' } })).to.equal(1)
    expect(await Mail.count({ where: { userId: alice.id, template: 'export-ready' } })).to.equal(1)
  })

  it('leaves nothing behind when an erasure has landed first (P28)', async () => {
    const request = await create.createExport()
    await request.update({ status: 'stopped' })
    await buildExport(request.id, new Date())
    const gone = await create.createExport()
    await gone.destroy()
    await buildExport(gone.id, new Date())

    expect(await Array.fromAsync(files.list())).not.to.include.members([request.id, gone.id])
    expect((await request.reload()).status).to.equal('stopped')
  })

  it('is packed from one moment: what is written meanwhile is in all of it or in none', async () => {
    const alice = await create.createUser()
    const request = await create.createExport({ userId: alice.id })
    const building = buildExport(request.id, new Date())
    await Promise.all(Array.from({ length: 20 }, () => create.createTicket({ requesterId: alice.id })))
    await building

    expect((await request.reload()).status).to.equal('ready')
  })
})

describe('ExportService', () => {
  it('gives the one under way to whoever asks again, also at the same moment', async () => {
    const alice = await create.createUser()
    const ticket = await create.createTicket({ requesterId: alice.id })

    const asked = await Promise.all([1, 2, 3].map(() => exportService.ask(alice, ticket, new Date())))

    expect(new Set(asked.map(({ id }) => id)).size).to.equal(1)
    expect(await Export.count()).to.equal(1)
  })

  it('opens a new one once the last is done', async () => {
    const alice = await create.createUser()
    const ticket = await create.createTicket({ requesterId: alice.id })
    await create.createExport({ userId: alice.id, status: 'expired' })

    expect((await exportService.ask(alice, ticket, new Date())).status).to.equal('waiting')
  })

  it('hands out five downloads and no more, however many come at once', async () => {
    const { request } = await exportOf((await create.createUser()).id)
    const client = { browser: 'Firefox 145.0', os: 'Linux' }

    const taken = await Promise.all(
      Array.from({ length: 8 }, () => exportService.takeDownload(request, client, new Date())),
    )

    expect(taken.filter(Boolean)).to.have.lengthOf(5)
    expect(await ExportDownload.count()).to.equal(5)
  })

  it('lets its file go after a week, and the object with it', async () => {
    const { request } = await exportOf((await create.createUser()).id)
    const key = request.storageKey!

    expect(await exportService.expire(request.expiresAt!, { dryRun: true })).to.deep.equal({ expired: 1 })
    expect(await exportService.expire(new Date(request.expiresAt!.getTime() - 1))).to.deep.equal({ expired: 0 })
    expect(await exportService.expire(request.expiresAt!)).to.deep.equal({ expired: 1 })
    await drainQueue()

    expect(await files.exists(key)).to.equal(false)
    expect((await request.reload()).status).to.equal('expired')
  })

  it('starts with a ticket that asks for an export (P21)', async () => {
    const requester = await create.createUser()
    const opening = {
      requester,
      category: 'export' as const,
      subject: 'My data',
      body: 'Please.',
      client: { browser: null, os: null },
    }

    const ticket = await ticketService.open(opening, new Date('2026-01-31T12:00:00Z'))

    const request = await Export.findOne({ where: { ticketId: ticket.id } })
    expect(request!.dueAt.toISOString()).to.equal('2026-02-28T12:00:00.000Z')
    expect(await Ticket.count()).to.equal(1)
  })
})
