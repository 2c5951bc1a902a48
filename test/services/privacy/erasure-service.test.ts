import { expect } from 'chai'
import { sql } from '../../../src/lib/sql.ts'
import {
  Alarm,
  Erasure,
  LegalHold,
  Session,
  SignIn,
  StoredFile,
  Ticket,
  TicketReply,
  User,
} from '../../../src/models/index.ts'
import { openEnvelope } from '../../../src/services/privacy/erasure/envelope.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { readLedger } from '../../../src/services/privacy/erasure/ledger.ts'
import {
  createSession,
  createSignIn,
  createStoredFile,
  createTicket,
  createTicketReply,
  createUser,
} from '../../support/factories.ts'

const asked = new Date('2026-11-23T12:00:00Z')
const due = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: asked, erasureDueAt: due }
const service = new ErasureService()

describe('ErasureService#erase', () => {
  it('takes the account and all that goes with it (P24, P28)', async () => {
    const alice = await createUser(leaving)
    await Promise.all([createSession({ userId: alice.id }), createSignIn({ userId: alice.id })])
    await createStoredFile({ ownerId: alice.id })

    const erasure = await service.erase(alice, due)

    const left = [await User.count(), await Session.count(), await SignIn.count(), await StoredFile.count()]
    expect(left).to.deep.equal([0, 0, 0, 0])
    expect(erasure).to.include({ id: alice.subjectId, status: 'erased', attempts: 1 })
    expect(erasure!.receipt).to.deep.include({ table: 'sign_ins', title: 'Sign-ins', outcome: 'gone', rows: 1 })
  })

  it('refuses whoever has thought better of it, or is not due yet', async () => {
    const alice = await createUser(leaving)
    const early = new Date(due.getTime() - 1)

    expect(await service.erase(alice, early)).to.equal(null)
    await User.update({ erasureAskedAt: null, erasureDueAt: null }, { where: {} })
    expect(await service.erase(alice, due)).to.equal(null)

    expect(await User.count()).to.equal(1)
    expect(await Erasure.count()).to.equal(0)
    expect((await readLedger()).get(alice.subjectId)).to.equal('given up')
  })

  it('erases nothing when they could still be recognised, and rings', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer' })
    const ticket = await createTicket({ requesterId: alice.id, ref: 'for Alice Archer', subject: 'Alice' })

    const failure = await service.erase(alice, due).catch((error) => error)

    expect(failure.message).to.equal('Still recognisable in tickets')
    expect((await ticket.reload()).subject).to.equal('Alice')
    expect(await Erasure.findByPk(alice.subjectId)).to.include({ status: 'failed', problem: failure.message })
    expect(await Alarm.findOne()).to.include({ kind: 'erasure failed', detail: alice.subjectId })
    expect((await readLedger()).get(alice.subjectId)).to.equal('given up')
    expect(await openEnvelope(alice.subjectId)).to.equal(null)

    await ticket.update({ ref: 'TR-900000' })
    expect(await service.erase(alice, due)).to.include({ status: 'erased', attempts: 2, problem: null })
    expect((await Alarm.findOne())!.resolvedAt).to.deep.equal(due)
  })

  it('passes by a record that a legal hold keeps, and says so', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'Alice' })
    const reply = await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body: 'Alice' })
    const hold = {
      tableName: 'tickets',
      recordId: ticket.id,
      reason: 'claim 7 of 2026',
      placedBy: null,
      reviewOn: '2027-01-01',
    }
    await LegalHold.create(hold)

    const erasure = await service.erase(alice, due)

    expect(await Ticket.findOne()).to.include({ requesterId: null, subject: 'Alice', browser: 'Firefox 145.0' })
    expect(await TicketReply.findByPk(reply.id)).to.include({ requesterId: null, body: 'Alice' })
    expect(await LegalHold.findOne()).to.include({ erasureWaits: true })
    expect(erasure!.receipt).to.deep.include({
      table: 'tickets',
      title: 'Support tickets',
      outcome: 'held',
      rows: 1,
      because: 'a legal claim needs it',
    })
  })

  it('waits while a legal hold keeps the account itself', async () => {
    const alice = await createUser(leaving)
    const hold = {
      tableName: 'users',
      recordId: alice.id,
      reason: 'claim 7 of 2026',
      placedBy: null,
      reviewOn: '2027-01-01',
    }
    await LegalHold.create(hold)

    expect(await User.dueForErasure(due)).to.deep.equal([])
    expect(await service.erase(alice, due)).to.equal(null)
  })

  it('writes to the ledger before and after, and seals what the last letter needs', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })

    await service.erase(alice, due)

    expect((await readLedger()).get(alice.subjectId)).to.equal('done')
    expect(await openEnvelope(alice.subjectId)).to.deep.include({ name: 'Alice Archer', email: 'alice@example.com' })
    const { rows } = await sql<{ text: string }>(`select encode(sealed, 'escape') as text from sealed_envelopes`)
    expect(rows[0]!.text).not.to.contain('alice')
  })
})
