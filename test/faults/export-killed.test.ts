import { stat } from 'node:fs/promises'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { pool } from '../../src/db/pool.ts'
import { files } from '../../src/gateways/files.ts'
import { enqueue } from '../../src/jobs/enqueue.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { sql } from '../../src/lib/sql.ts'
import { Mail } from '../../src/models/index.ts'
import { buildExport } from '../../src/services/privacy/export/build-export.ts'
import { exportService } from '../../src/services/privacy/export/export-service.ts'
import { opened } from '../support/exports.ts'
import { createTicket, createUser } from '../support/factories.ts'
import { spawnTrellis } from '../support/processes.ts'

const REPLIES = 20_000

describe('An export whose process is killed', () => {
  beforeEach(async () => {
    for await (const key of files.list()) await files.remove(key)
  })

  it('is taken up at the next start, and nothing half written is left', async () => {
    const { alice, ticket } = await aLongStory()
    const request = await exportService.ask(alice, ticket, new Date())

    const process = spawnTrellis('test/faults/support/queue-process.ts', {})
    while ((await bytesOf(request.id)) < 100_000) await request.reload()
    process.signal('SIGKILL')
    await process.ended
    expect((await request.reload()).status).to.equal('packing')

    while ((await request.reload()).isUnderWay) await drainQueue()

    expect(request.status).to.equal('ready')
    expect(await Array.fromAsync(files.list())).to.deep.equal([request.storageKey])
    const { text } = await opened(request.storageKey!)
    expect(text['support/conversations/TR-LONG.txt']!.match(/^You, /gm)).to.have.lengthOf(REPLIES)
    expect(await Mail.count({ where: { template: 'export-ready' } })).to.equal(1)
  }).timeout(120_000)

  it('leaves nothing behind when its person is erased in the middle of it (P28)', async () => {
    const { alice, ticket } = await aLongStory()
    const request = await exportService.ask(alice, ticket, new Date())

    const building = buildExport(request.id, new Date())
    while ((await bytesOf(request.id)) === 0) await request.reload()
    await request.destroy()
    await building

    expect(await Array.fromAsync(files.list())).to.deep.equal([])
    expect(await Mail.count({ where: { template: 'export-ready' } })).to.equal(0)
  }).timeout(120_000)

  it('is left to another process for as long as that one lives', async () => {
    await enqueue('remove-object', { key: 'nothing' })
    const lock = "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-elsewhere'"
    const elsewhere = await pool.connect()
    await elsewhere.query(lock)
    await elsewhere.query("select pg_advisory_lock(hashtextextended('pool-elsewhere', 0))")

    await drainQueue()
    expect((await sql('select from graphile_worker.jobs')).count, 'while it lives').to.equal(1)

    await elsewhere.query('select pg_advisory_unlock_all()')
    elsewhere.release()
    await drainQueue()
    expect((await sql('select from graphile_worker.jobs')).count, 'once it is gone').to.equal(0)
  })
})

async function aLongStory() {
  const alice = await createUser()
  const ticket = await createTicket({ requesterId: alice.id, ref: 'TR-LONG', category: 'export', queue: 'privacy' })
  await sql(
    `insert into ticket_replies (id, ticket_id, requester_id, side, body, created_at)
       select gen_random_uuid(), $ticket, $person, 'requester', 'Word by word ' || repeat(md5(n::text), 20), now()
       from generate_series(1, ${REPLIES}) as n`,
    { ticket: ticket.id, person: alice.id },
  )
  return { alice, ticket }
}

async function bytesOf(key: string) {
  return stat(`${config.dataDir}/files/${key}`).then(
    ({ size }) => size,
    () => 0,
  )
}
