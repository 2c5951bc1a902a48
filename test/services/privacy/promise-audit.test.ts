import { expect } from 'chai'
import { Alarm, PromiseCheck } from '../../../src/models/index.ts'
import { checks } from '../../../src/services/privacy/promises/checks/index.ts'
import { auditPromises } from '../../../src/services/privacy/promises/promise-audit.ts'
import { createTicket, createUser } from '../../support/factories.ts'

const now = new Date('2026-11-23T05:10:00Z')

describe('audit-promises', () => {
  it('keeps what it found for every promise that is built, and rings for one that is broken (P35)', async () => {
    await createUser()
    await createTicket({ subject: 'Privacy inquiry', queue: 'support' })

    const tally = await auditPromises({ now })

    const found = await PromiseCheck.findAll()
    expect(found.map(({ promise }) => promise)).to.have.members(Object.keys(checks))
    expect(found.every(({ checkedAt }) => checkedAt.getTime() === now.getTime())).to.equal(true)
    expect(tally.kept + tally.watched + tally.broken).to.equal(found.length)
    expect((await Alarm.findAll()).map(({ kind, detail }) => `${kind}: ${detail}`)).to.include('promise broken: P40')
  })

  it('names nobody in any figure', async () => {
    const alice = await createUser({ name: 'Alice Liddell', email: 'alice@example.com' })
    await createTicket({ requesterId: alice.id, subject: 'A very private matter' })

    await auditPromises({ now })

    const figures = (await PromiseCheck.findAll()).map(({ figure }) => figure).join('\n')
    expect(figures).not.to.match(/Alice|alice@|private matter/)
    expect(figures).not.to.contain(alice.id)
  })

  it('only looks in a dry run', async () => {
    await auditPromises({ now, dryRun: true })

    expect(await PromiseCheck.count()).to.equal(0)
  })
})
