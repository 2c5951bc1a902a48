import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Export, ExportDownload, Ticket } from '../../../src/models/index.ts'
import { exportService } from '../../../src/services/privacy/export/export-service.ts'
import { ticketService } from '../../../src/services/support/ticket-service.ts'
import { exportOf } from '../../support/exports.ts'
import * as create from '../../support/factories.ts'

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
