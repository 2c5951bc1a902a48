import { expect } from 'chai'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import {
  createStaffAction,
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
})
