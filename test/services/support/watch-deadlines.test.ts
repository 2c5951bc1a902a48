import { expect } from 'chai'
import { Alarm } from '../../../src/models/index.ts'
import { watchDeadlines } from '../../../src/services/support/watch-deadlines.ts'
import { createExport, createTicket } from '../../support/factories.ts'

const now = new Date('2026-11-23T06:20:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const turn = { now, dryRun: false, confirmed: false }
const privacy = (days: number) =>
  createTicket({ queue: 'privacy', category: 'privacy', createdAt: ago(days), dueAt: ago(days - 30) })

const alarms = async () =>
  (await Alarm.findAll({ where: { resolvedAt: null } })).map(({ kind, detail }) => [kind, detail])

describe('watch-deadlines', () => {
  it('rings on the 20th and 27th day of a request and when it is late, once each (P20)', async () => {
    const [, near, urgent, late] = [await privacy(19), await privacy(20), await privacy(28), await privacy(31)]
    const slow = await createExport({ createdAt: ago(21), dueAt: ago(-9) })

    expect(await watchDeadlines(turn)).to.deep.equal({ near: 3, passed: 1 })
    await watchDeadlines(turn)

    expect(await alarms()).to.have.deep.members([
      ['deadline near', `ticket ${near.id}, day 20`],
      ['deadline near', `ticket ${urgent.id}, day 27`],
      ['deadline passed', `ticket ${late.id}, too late`],
      ['deadline near', `export ${slow.id}, day 20`],
    ])
  })

  it('rings for an ordinary ticket that is late, and not while its answer is read', async () => {
    const late = await createTicket({ createdAt: ago(4), dueAt: ago(1) })
    await createTicket({ createdAt: ago(4), dueAt: ago(1), status: 'answered' })
    await createTicket({ createdAt: ago(1), dueAt: ago(-2) })
    await watchDeadlines(turn)

    expect(await alarms()).to.deep.equal([['deadline passed', `ticket ${late.id}, too late`]])
  })

  it('falls silent once it is answered, and rings for nothing in a dry run', async () => {
    const late = await privacy(31)
    await watchDeadlines({ ...turn, dryRun: true })
    expect(await alarms()).to.deep.equal([])

    await watchDeadlines(turn)
    await late.update({ status: 'answered' })
    await watchDeadlines(turn)
    expect(await alarms()).to.deep.equal([])
  })
})
