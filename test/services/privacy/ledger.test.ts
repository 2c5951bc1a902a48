import { appendFile, readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { Alarm, Erasure, SealedEnvelope, User } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { readLedger, writeLedger } from '../../../src/services/privacy/erasure/ledger.ts'
import { replayLedger } from '../../../src/services/privacy/erasure/replay.ts'
import { createTicketReply, createUser } from '../../support/factories.ts'
import { mailbox } from '../../support/mailbox.ts'
import { emptyTables } from '../../support/tables.ts'

const now = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now }
const file = `${config.ledgerDir}/erasures.jsonl`

describe('The ledger of erasures', () => {
  it('knows nobody but by a random id, and is never changed', async () => {
    const alice = await createUser({ ...leaving, name: 'Alice Archer', email: 'alice@example.com' })
    const before = await readFile(file, 'utf8').catch(() => '')

    await new ErasureService().erase(alice, now)

    const after = await readFile(file, 'utf8')
    expect(after).to.match(new RegExp(`^${before}`))
    expect(after).not.to.contain(alice.id)
    expect(after).not.to.match(/alice|archer/i)
    expect(after.slice(before.length).match(/"what":"[a-z ]+"/g)).to.deep.equal(['"what":"intent"', '"what":"done"'])
  })

  it('reads past a line that a crash has cut short', async () => {
    await writeLedger('a', 'intent', now)
    await appendFile(file, '{"subject":"b"\n')
    await writeLedger('c', 'done', now)

    expect([...(await readLedger())]).to.deep.include.members([
      ['a', 'intent'],
      ['c', 'done'],
    ])
  })
})

describe('replayLedger', () => {
  beforeEach(async () => {
    for (const [subject] of await readLedger()) await writeLedger(subject, 'given up', now)
  })

  it('erases again whom a restore has brought back, and sends no second letter (P28)', async () => {
    const person = {
      subjectId: '0b9f5a60-0000-4000-8000-000000000001',
      name: 'Alice Archer',
      email: 'alice@example.com',
    }
    await new ErasureService().erase(await createUser({ ...person, ...leaving }), now)
    await emptyTables()
    const restored = await createUser(person)
    await createTicketReply({ requesterId: restored.id, body: 'Alice Archer' })
    await createUser()

    expect(await replayLedger(now)).to.deep.equal({ erasedAgain: 1, unclear: 0 })

    expect(await User.count()).to.equal(1)
    expect(await Erasure.findByPk(person.subjectId)).to.include({ status: 'verified' })
    expect(await SealedEnvelope.count()).to.equal(0)
    expect(await mailbox()).to.deep.equal([])
    expect(await replayLedger(now)).to.deep.equal({ erasedAgain: 0, unclear: 0 })
  })

  it('tells our staff of an erasure that was begun and never ended', async () => {
    const alice = await createUser(leaving)
    await writeLedger(alice.subjectId, 'intent', now)

    expect(await replayLedger(now)).to.deep.equal({ erasedAgain: 0, unclear: 1 })

    expect(await Alarm.findOne()).to.include({ kind: 'erasure failed', detail: alice.subjectId })
    expect(await User.count()).to.equal(1)
  })

  it('believes the database where the crash came after the commit', async () => {
    const alice = await createUser(leaving)
    await new ErasureService().erase(alice, now)
    await writeLedger(alice.subjectId, 'intent', now)

    await replayLedger(now)

    expect((await readLedger()).get(alice.subjectId)).to.equal('done')
    expect(await Alarm.count()).to.equal(0)
  })
})
