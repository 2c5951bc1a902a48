import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { load } from 'cheerio'
import { files } from '../../../src/gateways/files.ts'
import { formats } from '../../../src/services/privacy/export/formats.ts'
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
