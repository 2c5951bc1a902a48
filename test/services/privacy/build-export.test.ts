import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Mail, TicketReply } from '../../../src/models/index.ts'
import { buildExport } from '../../../src/services/privacy/export/build-export.ts'
import { exportService } from '../../../src/services/privacy/export/export-service.ts'
import * as create from '../../support/factories.ts'

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
