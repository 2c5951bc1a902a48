import { expect } from 'chai'
import { RateLimit, SealedEnvelope, Session, Ticket } from '../../../src/models/index.ts'
import { hoursOf } from '../../../src/privacy/vocabulary.ts'
import { prune } from '../../../src/services/privacy/retention/retention-service.ts'
import { createSession, createTicket } from '../../support/factories.ts'

const now = new Date('2029-11-23T12:00:00Z')
const turn = { now, dryRun: false, confirmed: false }
const aMomentBefore = new Date('2026-11-23T11:59:59Z')

describe('prune-sessions', () => {
  it('takes ended sessions, unused envelopes and old knocks, and leaves the rest to the night', async () => {
    await createSession({ expire: new Date('2029-11-22T11:59:59Z') })
    await createSession({ expire: new Date('2029-11-23T12:00:01Z') })
    await SealedEnvelope.create({ sealed: Buffer.from('x'), createdAt: new Date('2029-11-22T11:59:59Z') } as never)
    await RateLimit.bulkCreate([
      { key: 'old', points: 1, expire: now.getTime() - 1 },
      { key: 'new', points: 1, expire: now.getTime() + 1 },
    ])
    await createTicket({ resolvedAt: aMomentBefore })

    expect(await prune(turn)).to.deep.equal({ deleted: { sessions: 1, sealed_envelopes: 1, rate_limits: 1 } })
    expect([await Session.count(), await Ticket.count()]).to.deep.equal([1, 1])
  })

  it('only counts in a dry run', async () => {
    await createSession({ expire: new Date('2029-11-22T11:59:59Z') })
    await RateLimit.create({ key: 'old', points: 1, expire: now.getTime() - 1 })

    expect(await prune({ ...turn, dryRun: true })).to.deep.equal({ due: { sessions: 1, rate_limits: 1 }, deleted: {} })
    expect([await Session.count(), await RateLimit.count()]).to.deep.equal([1, 1])
  })

  it('tells what is short by its length, not by its spelling', () => {
    expect(
      (['24 hours', '1 day', '48 hours', '10 days', '1 year'] as const).map((period) => hoursOf(period)),
    ).to.deep.equal([24, 24, 48, 240, 8766])
  })
})
