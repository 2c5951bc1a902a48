import { readdir, symlink } from 'node:fs/promises'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { storage } from '../../src/gateways/files.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { sql } from '../../src/lib/sql.ts'
import { Alarm } from '../../src/models/index.ts'
import { exportService } from '../../src/services/privacy/export/export-service.ts'
import { createTicket, createUser } from '../support/factories.ts'

describe('An export that meets a full disk', () => {
  it('waits, then says that it failed; nothing half written is left, staff are told, and it can be asked again', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    const request = await exportService.ask(alice, ticket, new Date())

    await fill(request.id)
    await drainQueue()
    expect((await request.reload()).status).to.equal('waiting')
    expect(request.startedAt, 'one attempt has been made').to.be.instanceOf(Date)
    expect(await everyObject()).to.deep.equal([])

    await sql('update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now()')
    await fill(request.id)
    await drainQueue()
    expect((await request.reload()).status).to.equal('failed')
    expect(await everyObject()).to.deep.equal([])
    expect(await Alarm.count({ where: { kind: 'task given up', resolvedAt: null } })).to.equal(1)

    const again = await exportService.ask(alice, ticket, new Date())
    await drainQueue()
    expect(again.id).not.to.equal(request.id)
    expect((await again.reload()).status).to.equal('ready')
  })
})

/** Every byte written to /dev/full is refused by the kernel as by a full disk: ENOSPC. */
async function fill(key: string) {
  await storage()
  await symlink('/dev/full', `${config.dataDir}/files/${key}`)
}

function everyObject() {
  return readdir(`${config.dataDir}/files`)
}
