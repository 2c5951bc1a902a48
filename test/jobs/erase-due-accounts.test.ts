import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { files } from '../../src/gateways/files.ts'
import { enqueue } from '../../src/jobs/enqueue.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { Alarm, Erasure, SealedEnvelope, User } from '../../src/models/index.ts'
import { eraseDue } from '../../src/services/privacy/erasure/erasure-night.ts'
import { readReceipt } from '../../src/services/privacy/erasure/receipts.ts'
import { createStoredFile, createTicket, createTicketReply, createUser } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'

const now = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now }
const turn = { now, dryRun: false, confirmed: false }

describe('erase-due-accounts', () => {
  it('erases, reads everything back, and sends the result to the address it forgets (P28)', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })
    const { storageKey } = await createStoredFile({ ownerId: alice.id })
    await files.put(storageKey, Buffer.from('abc'))

    expect(await eraseDue(turn)).to.deep.equal({ due: 1, erased: 1, failed: 0, verified: 1 })
    expect(await files.exists(storageKey)).to.equal(false)
    expect(await SealedEnvelope.count()).to.equal(1)

    await drainQueue()
    const [letter] = await mailbox()
    expect(letter).to.include({ to: 'alice@example.com', subject: 'Your account is deleted' })
    expect(letter!.text).to.contain('Hello Alice Archer').and.to.contain('Files you uploaded: 1 gone')
    expect(readReceipt(letter!.text)).to.include({ subject: alice.subjectId, erased: now.toISOString() })
    expect(await SealedEnvelope.count()).to.equal(0)
  })

  it('finds them where nobody declared anything: in a stranger’s ticket, in the queue, in file storage', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })
    const bob = await createUser()
    await createTicketReply({ requesterId: bob.id, body: 'Did Alice\nArcher pay?' })
    await createTicketReply({ requesterId: bob.id, body: 'Alice did.' })
    await enqueue('send-mail', { mail: 'to ALICE@example.com' })

    expect(await eraseDue(turn)).to.include({ erased: 1, verified: 0 })

    const findings = { 'ticket_replies.body': 1, 'graphile_worker._private_jobs.payload': 1 }
    expect(await Erasure.findByPk(alice.subjectId)).to.deep.include({ status: 'findings', findings })
    expect(await Alarm.findOne()).to.include({ kind: 'residue found', detail: alice.subjectId })
  })

  it('tells apart who was found among all of that night', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer' })
    const charlie = await createUser({ ...leaving, name: 'Charlie Cole' })
    await createTicketReply({ requesterId: (await createUser()).id, body: 'Charlie Cole told me' })

    expect(await eraseDue(turn)).to.include({ erased: 2, verified: 1 })

    expect((await Erasure.findByPk(alice.subjectId))!.status).to.equal('verified')
    expect((await Erasure.findByPk(charlie.subjectId))!.findings).to.deep.equal({ 'ticket_replies.body': 1 })
  })

  it('does not take a namesake for them', async () => {
    await createUser({ ...leaving, name: 'Alice Archer' })
    const namesake = await createUser({ name: 'alice archer', headline: 'Alice Archer teaches' })

    expect(await eraseDue(turn)).to.include({ erased: 1, verified: 1 })
    expect((await namesake.reload()).headline).to.equal('Alice Archer teaches')
  })

  it('goes on after one that fails', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer' })
    await createTicket({ requesterId: alice.id, ref: 'for Alice Archer' })
    await createUser(leaving)

    expect(await eraseDue(turn)).to.deep.equal({ due: 2, erased: 1, failed: 1, verified: 1 })
    expect(await User.count()).to.equal(1)
  })

  it('erases nobody when more are due than the fuse allows, until somebody confirms', async () => {
    await Promise.all(Array.from({ length: config.erasureFuse + 1 }, () => createUser(leaving)))

    expect(await eraseDue(turn)).to.deep.equal({ due: 11, erased: 0, fuse: 'blown' })
    await createUser(leaving)
    expect(await eraseDue(turn)).to.deep.equal({ due: 12, erased: 0, fuse: 'blown' })
    const alarms = await Alarm.findAll()
    expect(
      alarms.map(({ kind }) => kind),
      'rings once, however many are due',
    ).to.deep.equal(['fuse blown'])
    expect(await User.count()).to.equal(12)

    expect(await eraseDue({ ...turn, confirmed: true })).to.deep.equal({
      due: 12,
      erased: 12,
      failed: 0,
      verified: 12,
    })
    expect((await alarms[0]!.reload()).resolvedAt).to.deep.equal(now)
  })

  it('takes an account whose address nobody confirmed within a week, and writes to nobody', async () => {
    await createUser({ emailVerifiedAt: null, createdAt: new Date('2026-11-30T11:59:59Z') })
    const { id } = await createUser({ emailVerifiedAt: null, createdAt: new Date('2026-11-30T12:00:01Z') })

    expect(await eraseDue({ ...turn, dryRun: true })).to.deep.equal({ due: 1, erased: 0 })
    expect(await eraseDue(turn)).to.include({ due: 1, erased: 1, verified: 1 })

    expect((await User.findAll()).map((user) => user.id)).to.deep.equal([id])
    await drainQueue()
    expect(await mailbox()).to.deep.equal([])
    expect(await SealedEnvelope.count()).to.equal(0)
  })

  it('touches nobody in a dry run', async () => {
    await createUser(leaving)

    expect(await eraseDue({ ...turn, dryRun: true })).to.deep.equal({ due: 1, erased: 0 })
    expect(await User.count()).to.equal(1)
  })

  it('never touches an account that is in use (P27)', async () => {
    await createUser({ createdAt: new Date('2000-01-01') })

    expect(await eraseDue({ ...turn, now: new Date('2099-01-01') })).to.deep.equal({
      due: 0,
      erased: 0,
      failed: 0,
      verified: 0,
    })
  })
})
