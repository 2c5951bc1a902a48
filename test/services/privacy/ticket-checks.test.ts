import { expect } from 'chai'
import { createTicket, createTicketReply } from '../../support/factories.ts'
import { daysAgo, look } from '../../support/promises.ts'

describe('The check of the database for', () => {
  it('card numbers reads what people wrote, also where no form guarded it (P34)', async () => {
    await createTicketReply({ body: 'My order is 4242 4242 4242 4241, and I was born on 1990-01-02.' })
    expect(await look('P34')).to.include({ state: 'kept' })

    await createTicketReply({ body: 'My card is 4242 4242 4242 4242.' })
    expect((await look('P34')).figure).to.match(/, 1 card number found$/)
  })

  it('tickets notices one that was settled more than three years ago (P30)', async () => {
    await createTicket({ resolvedAt: daysAgo(1000) })
    expect(await look('P30')).to.include({ state: 'kept' })

    await createTicket({ resolvedAt: daysAgo(1100) })
    expect(await look('P30')).to.deep.equal({ state: 'broken', figure: '1 ticket past 3 years' })
  })

  it('privacy tickets notices one that went astray (P40)', async () => {
    await createTicket({ category: 'privacy', queue: 'privacy' })
    expect(await look('P40')).to.deep.equal({ state: 'kept', figure: '1 ticket, 0 astray' })

    await createTicket({ subject: 'Privacy Inquiry', queue: 'support' })
    expect(await look('P40')).to.deep.equal({ state: 'broken', figure: '2 tickets, 1 astray' })

    await createTicket({ subject: '“Privacy enquiry!”', queue: 'support' })
    expect(await look('P40')).to.deep.equal({ state: 'broken', figure: '3 tickets, 2 astray' })
  })
})
