import { expect } from 'chai'
import { adoptTickets } from '../../../src/services/support/adoption.ts'
import { createMail, createStaffAction, createTicket, createUser } from '../../support/factories.ts'

describe('adoptTickets', () => {
  it('gives a person the letters about their tickets, and what our staff did with these, and no others', async () => {
    const alice = await createUser({ email: 'alice@example.com' })
    const ticket = await createTicket({ visitorEmail: 'alice@example.com' })
    const other = await createTicket({ visitorEmail: 'bob@example.com' })
    const [letter, look] = [await createMail({ ticketId: ticket.id }), await createStaffAction({ ticketId: ticket.id })]
    const bobs = await createMail({ ticketId: other.id })

    await adoptTickets(alice)

    expect((await letter.reload()).userId).to.equal(alice.id)
    expect((await look.reload()).aboutId).to.equal(alice.id)
    expect((await bobs.reload()).userId).to.equal(null)
  })
})
