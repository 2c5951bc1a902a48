import { expect } from 'chai'
import { unzipSync } from 'fflate'
import type { Response } from 'supertest'
import { pool } from '../../../src/db/pool.ts'
import { Export, ExportDownload, Ticket } from '../../../src/models/index.ts'
import { exportOf } from '../../support/exports.ts'
import { createExport, createUser } from '../../support/factories.ts'
import { html, htmx, signedIn, visitor } from '../../support/visitor.ts'

const PAGE = '/settings/privacy'
const ASK = '/settings/privacy/exports'

describe('POST /settings/privacy/exports', () => {
  it('asks for the password first, and asks for nothing else until it has been given', async () => {
    const browser = await signedIn(await createUser())
    await letTimePass()

    const response = await browser.submit(ASK)

    expect(response.headers.location).to.match(/^\/confirm\?next=/)
    expect(await Export.count()).to.equal(0)
  })

  it('opens a ticket and an export, and shows where it stands (P21)', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)

    const response = await browser.submit(ASK)

    const request = (await Export.findOne({ where: { userId: alice.id } }))!
    expect(response.headers.location).to.equal(`/exports/${request.id}`)
    expect(await Ticket.findByPk(request.ticketId!)).to.include({ category: 'export', queue: 'privacy' })
    const page = html(await browser.visit(`/exports/${request.id}`).expect(200))
    expect(page('#_state').text()).to.contain('Waiting to be packed')
    expect(page('#_state').attr('hx-trigger')).to.equal('every 2s')
  })

  it('leads to the same one when it is pressed twice at once, and opens one ticket', async () => {
    const browser = await signedIn(await createUser())
    await browser.visit(PAGE)

    const [one, two] = await Promise.all([1, 2].map(() => browser.submit(ASK, {}, { from: PAGE })))

    expect(one!.headers.location)
      .to.match(/^\/exports\//)
      .and.equal(two!.headers.location)
    expect([await Export.count(), await Ticket.count()]).to.deep.equal([1, 1])
  })

  it('is open to whoever is suspended or leaving', async () => {
    const alice = await createUser({ suspendedAt: new Date() })
    await alice.askForErasure(new Date(), 'delete')

    expect((await (await signedIn(alice)).submit(ASK)).headers.location).to.match(/^\/exports\//)
  })
})

describe('GET /exports/:id', () => {
  it('is nobody’s but its owner’s', async () => {
    const { id } = await createExport()
    const bob = await signedIn(await createUser())

    await bob.visit(`/exports/${id}`).expect(404)
    await bob.visit('/exports/nonsense').expect(404)
    await visitor().visit(`/exports/${id}`).expect(303).expect('Location', `/login?next=%2Fexports%2F${id}`)
  })

  it('answers htmx with the state alone, which stops asking once it is ready', async () => {
    const alice = await createUser()
    const { request } = await exportOf(alice.id)

    const response = await (await signedIn(alice)).visit(`/exports/${request.id}`).set(htmx)

    expect(response.text).not.to.contain('<html')
    expect(html(response)('#_state').attr('hx-trigger')).to.equal(undefined)
    expect(html(response)('#_state').text()).to.contain('can be fetched 5 times more')
  })

  it('offers to ask again when it failed, or when its file is gone', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)
    for (const status of ['failed', 'expired'] as const) {
      const { id } = await createExport({ userId: alice.id, status })
      expect(html(await browser.visit(`/exports/${id}`))(`form[action="${ASK}"]`)).to.have.lengthOf(1)
    }
  })
})

describe('GET /exports/:id/file', () => {
  it('hands its owner the ZIP, kept in no cache, and notes the download for them', async () => {
    const alice = await createUser()
    const { request } = await exportOf(alice.id)
    const browser = await signedIn(alice)

    const response = await browser.visit(`/exports/${request.id}/file`).buffer().parse(binary).expect(200)

    expect(response.headers).to.include({ 'cache-control': 'no-store', 'content-type': 'application/zip' })
    expect(response.headers['content-disposition']).to.match(/^attachment; filename="?trellis-export-[0-9-]+\.zip"?$/)
    expect(Object.keys(unzipSync(response.body)).join()).to.contain('/manifest.json')
    expect(await ExportDownload.count({ where: { exportId: request.id, userId: alice.id } })).to.equal(1)
    expect((await request.reload()).downloads).to.equal(1)
  })

  it('asks for the password first', async () => {
    const alice = await createUser()
    const { request } = await exportOf(alice.id)

    const browser = await signedIn(alice)
    await letTimePass()

    const response = await browser.visit(`/exports/${request.id}/file`).expect(303)

    expect(response.headers.location).to.match(/^\/confirm/)
    expect(await ExportDownload.count()).to.equal(0)
  })

  it('gives the same answer to a stranger, before it is ready, after its week, and after five downloads', async () => {
    const alice = await createUser()
    const browser = await signedIn(alice)
    const { request } = await exportOf(alice.id)
    const path = `/exports/${request.id}/file`

    await (await signedIn(await createUser())).visit(path).expect(404)
    await browser.visit(`/exports/${(await createExport({ userId: alice.id })).id}/file`).expect(404)

    await request.update({ downloads: 5 })
    await browser.visit(path).expect(404)

    const expiresAt = new Date(Date.now() - 1000)
    const finishedAt = new Date(expiresAt.getTime() - 7 * 24 * 60 * 60 * 1000)
    await request.update({ downloads: 0, finishedAt, expiresAt })
    await browser.visit(path).expect(404)
    expect(await ExportDownload.count()).to.equal(0)
  })
})

/** The password was given more than ten minutes ago. */
function letTimePass() {
  return pool.query("update sessions set sess = sess - 'confirmedAt'")
}

function binary(response: Response, done: (error: Error | null, body: Buffer) => void) {
  const pieces: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)))
}
