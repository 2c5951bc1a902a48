import { expect } from 'chai'
import { cast } from '../../support/cast.ts'
import { createTicket } from '../../support/factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { html, signedIn } from '../../support/visitor.ts'

const from = '/staff/tickets'
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000)

describe('GET /staff', () => {
  it('counts what waits in each queue, what is overdue, and what is one’s own', async () => {
    const { charlie } = await cast()
    await createTicket({ dueAt: days(-1) })
    await createTicket({ assigneeId: charlie.id })
    await createTicket({ queue: 'privacy', category: 'privacy' })

    const page = html(await (await signedIn(charlie)).visit('/staff'))

    const row = page('tbody tr').first()
    expect(
      row
        .find('td')
        .toArray()
        .map((cell) => page(cell).text().trim()),
    ).to.deep.equal(['2', '1', '0', '1'])
    expect(page('main').text()).to.not.contain('Privacy')
  })

  it('is not there for members', async () => {
    const { alice } = await cast()
    for (const path of ['/staff', '/staff/tickets', '/staff/people', '/staff/audit']) {
      expect((await (await signedIn(alice)).visit(path)).status, path).to.equal(403)
    }
  })
})

describe('GET /staff/tickets', () => {
  it('lists the queue, what is due first on top, and no privacy request to support', async () => {
    const { charlie, petra } = await cast()
    await createTicket({ subject: 'Later', dueAt: days(3) })
    await createTicket({ subject: 'Overdue', dueAt: days(-3) })
    await createTicket({ subject: 'For Petra', queue: 'privacy', category: 'privacy', dueAt: days(30) })

    const subjects = async (user: typeof charlie, path = from) => {
      const page = html(await (await signedIn(user)).visit(path))
      return page('tbody th a')
        .toArray()
        .map((link) => page(link).text())
    }
    expect(await subjects(charlie)).to.deep.equal(['Overdue', 'Later'])
    expect(await subjects(charlie, '/staff/tickets?queue=privacy')).to.deep.equal([])
    expect(await subjects(petra)).to.deep.equal(['Overdue', 'Later', 'For Petra'])
    expect(await subjects(petra, '/staff/tickets?queue=privacy')).to.deep.equal(['For Petra'])
    expect(await subjects(petra, '/staff/tickets?status=answered')).to.deep.equal([])
    expect(await subjects(petra, '/staff/tickets?status=x&queue=y&mine=z&after=0')).to.have.length(3)
  })

  it('goes on page by page, and asks the database the same for each', async () => {
    const { charlie } = await cast()
    for (let n = 0; n < 60; n++) await createTicket({ subject: `No. ${n}.`, dueAt: days(1 + n) })
    const browser = await signedIn(charlie)

    const first = html(await browser.visit(from))
    expect(first('tbody tr').length).to.equal(50)
    const next = first('a:contains("Later due dates")').attr('href')!
    expect(html(await browser.visit(next))('tbody tr').length).to.equal(10)
    expect((await statementsOf(() => browser.visit(from))).length).to.equal(2)
    expect((await statementsOf(() => browser.visit(next))).length).to.equal(2)
  })
})
