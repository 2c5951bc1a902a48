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
  createStaffAction,
  createStoredFile,
  createTicket,
  createTicketNote,
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

  it('keeps a ticket for three years without who asked it, and closes it (P30)', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })
    const ticket = await createTicket({ requesterId: alice.id, subject: 'Alice Archer cannot hear' })
    const body = 'ALICE  here,\nwrite to Alice@Example.com or call Ms Archer. Malice is not Alice.'
    const reply = await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body })

    const erasure = await service.erase(alice, due)

    await Promise.all([ticket.reload(), reply.reload()])
    expect(ticket).to.include({
      requesterId: null,
      browser: null,
      subject: '[removed] cannot hear',
      status: 'resolved',
    })
    expect(ticket.resolvedAt).to.deep.equal(due)
    expect(reply.body).to.equal('[removed]  here,\nwrite to [removed] or call Ms [removed]. Malice is not [removed].')
    expect(erasure!.receipt).to.deep.include({
      table: 'ticket_replies',
      title: 'Conversations with support',
      outcome: 'stays',
      rows: 1,
      until: '2029-12-07T12:00:00.000Z',
      because: 'disputes may be raised for as long (P30)',
    })
  })

  it('takes their name out of what our staff wrote in their tickets', async () => {
    const [alice, charlie] = [
      await createUser({ ...leaving, name: 'Alice Archer' }),
      await createUser({ role: 'support' }),
    ]
    const ticket = await createTicket({ requesterId: alice.id })
    const note = await createTicketNote({ ticketId: ticket.id, staffId: charlie.id, body: 'Alice called twice.' })
    const look = await createStaffAction({ staffId: charlie.id, aboutId: alice.id, reason: 'Archer asked us to' })

    await service.erase(alice, due)

    expect((await note.reload()).body).to.equal('[removed] called twice.')
    expect((await look.reload()).get()).to.include({
      aboutId: null,
      staffId: charlie.id,
      reason: '[removed] asked us to',
    })
  })

  it('takes one of our staff out of the tickets they answered, and leaves those who asked as they were', async () => {
    const charlie = await createUser({ ...leaving, name: 'Charlie Cole', role: 'mentee' })
    const bob = await createUser({ name: 'Bob Charlie' })
    const ticket = await createTicket({
      requesterId: bob.id,
      assigneeId: charlie.id,
      visitorEmail: 'charlie@bob.example',
    })
    const thanks = await createTicketReply({ ticketId: ticket.id, requesterId: bob.id, body: 'Thank you, Charlie' })

    await service.erase(charlie, due)

    await Promise.all([ticket.reload(), thanks.reload()])
    expect(ticket).to.include({
      requesterId: bob.id,
      assigneeId: null,
      visitorEmail: 'charlie@bob.example',
      status: 'open',
    })
    expect(ticket.browser).to.equal('Firefox 145.0')
    expect(thanks).to.include({ requesterId: bob.id, body: 'Thank you, [removed]' })
  })

  it('leaves a namesake alone, and the words of strangers', async () => {
    const alice = await createUser({ ...leaving, name: 'Will Archer' })
    const bob = await createUser({ name: 'Will Archer' })
    const reply = await createTicketReply({ requesterId: bob.id, body: 'I will wait. Will' })

    await service.erase(alice, due)

    expect((await bob.reload()).name).to.equal('Will Archer')
    expect((await reply.reload()).body).to.equal('I will wait. Will')
  })

  it('knows letters of every alphabet, and names shorter than three letters only with the rest', async () => {
    const person = await createUser({ ...leaving, name: 'Jürgen Ó Dálaigh-Łukasz' })
    const body = 'JÜRGEN O\u0301 Da\u0301laigh-Łukasz und jürgen. Ó ja. Mañana jürgenson.'
    const ticket = await createTicket({ requesterId: person.id, subject: body })

    await service.erase(person, due)

    expect((await ticket.reload()).subject).to.equal('[removed] und [removed]. Ó ja. Mañana jürgenson.')
  })

  it('finds what they wrote as a visitor under the same proved address', async () => {
    const visit = { visitorEmail: 'Alice@example.com', subject: 'From alice@example.com' }
    const ticket = await createTicket(visit)
    const reply = await createTicketReply({ ticketId: ticket.id, body: 'I am Alice' })
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })

    await service.erase(alice, due)

    expect((await ticket.reload()).get()).to.include({ visitorEmail: null, subject: 'From [removed]' })
    expect((await reply.reload()).body).to.equal('I am [removed]')
  })

  it('does not let somebody erase a stranger’s tickets by signing up with their address', async () => {
    const ticket = await createTicket({ visitorEmail: 'bob@example.com' })
    const mallory = await createUser({ ...leaving, email: 'bob@example.com', emailVerifiedAt: null })

    await service.erase(mallory, due)

    expect((await ticket.reload()).visitorEmail).to.equal('bob@example.com')
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
