import { expect } from 'chai'
import { Mail } from '../../../src/models/index.ts'
import { closeTickets } from '../../../src/services/support/close-tickets.ts'
import { createTicket, createTicketReply } from '../../support/factories.ts'

const now = new Date('2026-11-23T02:20:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const turn = { now, dryRun: false, confirmed: false }

async function answered(days: number, status: 'open' | 'answered' = 'answered') {
  const ticket = await createTicket({ status, visitorEmail: 'ann@example.org', createdAt: ago(60) })
  await createTicketReply({ ticketId: ticket.id, createdAt: ago(60) })
  await createTicketReply({ ticketId: ticket.id, side: 'staff', createdAt: ago(days) })
  return ticket
}

describe('close-tickets', () => {
  it('closes what was answered and silent for 14 days, says so once, and counts its years from now (P30)', async () => {
    const silent = await answered(14.1)
    const [fresh, open] = [await answered(13.9), await answered(20, 'open')]

    expect(await closeTickets(turn)).to.deep.equal({ closed: 1 })
    expect(await closeTickets(turn)).to.deep.equal({ closed: 0 })

    expect(await silent.reload()).to.include({ status: 'resolved' })
    expect(silent.resolvedAt).to.deep.equal(now)
    expect([(await fresh.reload()).status, (await open.reload()).status]).to.deep.equal(['answered', 'open'])
    expect(await Mail.findAll()).to.have.length(1)
  })

  it('only counts in a dry run', async () => {
    const silent = await answered(30)

    expect(await closeTickets({ ...turn, dryRun: true })).to.deep.equal({ closed: 1 })
    expect((await silent.reload()).status).to.equal('answered')
  })
})
