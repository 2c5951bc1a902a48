import { expect } from 'chai'
import { LegalHold, StoredFile } from '../../../src/models/index.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { LegalHoldService } from '../../../src/services/privacy/retention/legal-hold-service.ts'
import { createStoredFile, createTicket, createTicketReply, createUser } from '../../support/factories.ts'

const now = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now }
const claim = { reason: 'Claim 7 of 2026 needs it', reviewOn: '2027-06-01' }
const service = new LegalHoldService()

describe('LegalHoldService', () => {
  it('keeps one record through an erasure, and erases it when it lets it go (T26)', async () => {
    const [alice, petra] = await Promise.all([
      createUser({ ...leaving, name: 'Alice Archer' }),
      createUser({ role: 'privacy' }),
    ])
    const [held, other] = await Promise.all(
      [1, 2].map(() => createTicket({ requesterId: alice.id, subject: 'From Alice' })),
    )
    const reply = await createTicketReply({ ticketId: held!.id, requesterId: alice.id, body: 'Alice, Elm Street 4' })
    await createStoredFile({ ownerId: alice.id, purpose: 'attachment', ticketId: held!.id, replyId: reply.id })
    const hold = (await service.place({ ...claim, tableName: 'tickets', recordId: held!.id }, petra))!

    await new ErasureService().erase(alice, now)
    expect((await held!.reload()).get()).to.include({
      requesterId: null,
      subject: 'From Alice',
      browser: 'Firefox 145.0',
    })
    expect((await other!.reload()).subject).to.equal('From [removed]')
    expect((await reply.reload()).body).to.equal('Alice, Elm Street 4')
    expect(await StoredFile.count()).to.equal(1)

    await service.release(hold, petra, now)
    expect((await held!.reload()).get()).to.include({ subject: '[removed]', browser: null, category: 'general' })
    expect((await reply.reload()).body).to.equal('[removed]')
    expect(await StoredFile.count()).to.equal(0)
    expect(await hold.reload()).to.include({ releasedBy: petra.id })
  })

  it('leaves the record of somebody who is still here as it was when it lets it go', async () => {
    const [alice, petra] = await Promise.all([createUser(), createUser({ role: 'privacy' })])
    const ticket = await createTicket({ requesterId: alice.id })
    const hold = (await service.place({ ...claim, tableName: 'tickets', recordId: ticket.id }, petra))!

    await service.release(hold, petra, now)

    expect(await ticket.reload()).to.include({ requesterId: alice.id, subject: 'No sound' })
  })

  it('leaves what our staff attached, and an answer that another hold still keeps', async () => {
    const [alice, petra] = await Promise.all([createUser(leaving), createUser({ role: 'privacy' })])
    const ticket = await createTicket({ requesterId: alice.id })
    const reply = await createTicketReply({ ticketId: ticket.id, requesterId: alice.id, body: 'Two' })
    await createStoredFile({ ownerId: petra.id, purpose: 'attachment', ticketId: ticket.id, replyId: reply.id })
    const first = (await service.place({ ...claim, tableName: 'tickets', recordId: ticket.id }, petra))!
    const second = (await service.place({ ...claim, tableName: 'ticket_replies', recordId: reply.id }, petra))!
    await new ErasureService().erase(alice, now)

    await service.release(first, petra, now)
    expect((await reply.reload()).body).to.equal('Two')
    expect(await StoredFile.count()).to.equal(1)

    await service.release(second, petra, now)
    expect((await reply.reload()).body).to.equal('[removed]')
  })

  it('holds nothing twice, and nothing that is not there or cannot stay alone', async () => {
    const petra = await createUser({ role: 'privacy' })
    const { id } = await createTicket()
    await service.place({ ...claim, tableName: 'tickets', recordId: id }, petra)

    for (const record of [
      { tableName: 'tickets', recordId: id },
      { tableName: 'tickets', recordId: petra.id },
      { tableName: 'tickets', recordId: 'no id' },
      { tableName: 'sign_ins', recordId: id },
      { tableName: 'tickets; drop table tickets', recordId: id },
    ]) {
      expect(await service.place({ ...claim, ...record }, petra), JSON.stringify(record)).to.equal(null)
    }
    expect(await LegalHold.count()).to.equal(1)
  })

  it('says whom the record is about, until they are gone', async () => {
    const [alice, petra] = await Promise.all([
      createUser({ ...leaving, name: 'Alice Archer' }),
      createUser({ role: 'privacy' }),
    ])
    const ticket = await createTicket({ requesterId: alice.id })
    const reason = 'Alice Archer claims her fee'
    const hold = (await service.place({ ...claim, reason, tableName: 'tickets', recordId: ticket.id }, petra))!
    expect(hold.aboutId).to.equal(alice.id)

    await new ErasureService().erase(alice, now)

    expect(await hold.reload()).to.include({ aboutId: null, reason: '[removed] claims her fee', erasureWaits: true })
  })

  it('holds no photo on a profile, which cannot stay without its person', async () => {
    const [alice, petra] = await Promise.all([createUser(leaving), createUser({ role: 'privacy' })])
    const photo = await createStoredFile({ ownerId: alice.id })

    expect(await service.place({ ...claim, tableName: 'files', recordId: photo.id }, petra)).to.equal(null)
    expect(await new ErasureService().erase(alice, now)).to.include({ status: 'erased' })
  })
})
