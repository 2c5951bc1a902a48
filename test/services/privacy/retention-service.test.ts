import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { pool } from '../../../src/db/pool.ts'
import { sql } from '../../../src/lib/sql.ts'
import { Alarm, LegalHold, SignIn, StoredFile, Ticket, TicketReply, User } from '../../../src/models/index.ts'
import { RetentionService } from '../../../src/services/privacy/retention/retention-service.ts'
import { createSignIn, createStoredFile, createTicket, createTicketReply, createUser } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'

const now = new Date('2029-11-23T12:00:00Z')
const turn = { now, dryRun: false, confirmed: false }
const threeYearsAgo = new Date('2026-11-23T12:00:00Z')
const aMomentBefore = new Date(threeYearsAgo.getTime() - 1)
const service = new RetentionService()

describe('RetentionService#enforce', () => {
  it('deletes a resolved ticket when its three years are over, with its thread and files, and not before (P30)', async () => {
    const old = await createTicket({ resolvedAt: aMomentBefore })
    const reply = await createTicketReply({ ticketId: old.id })
    await createStoredFile({ purpose: 'attachment', ticketId: old.id, replyId: reply.id })
    const kept = await createTicket({ resolvedAt: threeYearsAgo })
    const open = await createTicket({ createdAt: new Date('2000-01-01') })

    expect(await service.enforce(turn)).to.deep.equal({ due: { tickets: 1 }, deleted: { tickets: 1 } })

    expect((await Ticket.findAll({ order: ['ref'] })).map(({ id }) => id)).to.deep.equal([kept.id, open.id])
    expect([await TicketReply.count(), await StoredFile.count()]).to.deep.equal([0, 0])
    const { rows } = await sql(`select from graphile_worker.jobs where task_identifier = 'remove-object'`)
    expect(rows).to.have.length(1)
  })

  it('lets nobody lose their account, however long they stay away (P27)', async () => {
    await createUser({ createdAt: new Date('2000-01-01') })

    await service.enforce({ ...turn, now: new Date('2099-01-01') })

    expect(await User.count()).to.equal(1)
  })

  it('goes on until nothing is left, in batches', async () => {
    const { id: userId } = await createUser()
    for (let n = 0; n < 5; n++) await createSignIn({ userId, createdAt: aMomentBefore })

    const { deleted } = await new RetentionService({ batch: 2 }).enforce(turn)

    expect(deleted).to.deep.equal({ sign_ins: 5 })
    expect(await SignIn.count()).to.equal(0)
  })

  it('leaves what a legal hold keeps: the record, what it is part of, and its parts', async () => {
    const [held, ofHeldReply] = await Promise.all([1, 2].map(() => createTicket({ resolvedAt: aMomentBefore })))
    const reply = await createTicketReply({ ticketId: ofHeldReply!.id })
    const hold = { reason: 'claim 7 of 2026', placedBy: null, reviewOn: '2030-01-01' }
    await LegalHold.create({ ...hold, tableName: 'tickets', recordId: held!.id })
    await LegalHold.create({ ...hold, tableName: 'ticket_replies', recordId: reply.id })

    expect(await service.enforce(turn)).to.deep.equal({ due: {}, deleted: {} })

    await LegalHold.update({ releasedAt: now }, { where: {} })
    expect((await service.enforce(turn)).deleted).to.deep.equal({ tickets: 2 })
  })

  it('passes by a row that somebody is using, and takes it the next time', async () => {
    await createTicket({ resolvedAt: aMomentBefore })

    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select from tickets for update')
      expect((await service.enforce(turn)).deleted).to.deep.equal({})
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect((await service.enforce(turn)).deleted).to.deep.equal({ tickets: 1 })
  })

  it('deletes nothing when more is due than the fuse allows, until somebody confirms', async () => {
    await sql(`insert into job_runs (id, job, scheduled_for, dry_run, started_at)
      select gen_random_uuid(), 'x', now(), true, '2000-01-01' from generate_series(1, ${config.retentionFuse + 1})`)

    expect(await service.enforce(turn)).to.deep.equal({ due: { job_runs: 10_001 }, deleted: {}, fuse: 'blown' })
    expect((await Alarm.findOne())!.kind).to.equal('fuse blown')

    expect((await service.enforce({ ...turn, confirmed: true })).deleted).to.deep.equal({ job_runs: 10_001 })
  })

  it('counts what is due in one query, however many tables there are', async () => {
    await createTicket({ resolvedAt: aMomentBefore })
    await createSignIn({ createdAt: aMomentBefore })

    const statements = await statementsOf(async () => {
      expect(await service.due(now)).to.deep.equal({ sign_ins: 1, tickets: 1 })
    })
    expect(statements.filter((statement) => statement.includes('count(*)'))).to.have.length(1)
  })

  it('only counts in a dry run', async () => {
    await createTicket({ resolvedAt: aMomentBefore })

    expect(await service.enforce({ ...turn, dryRun: true })).to.deep.equal({ due: { tickets: 1 }, deleted: {} })
    expect(await Ticket.count()).to.equal(1)
  })
})
