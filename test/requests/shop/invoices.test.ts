import { expect } from 'chai'
import { StaffAction } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { bought, issue } from '../../support/invoices.ts'
import { textOfPdf } from '../../support/pdf.ts'
import { statementsOf } from '../../support/queries.ts'
import { raw } from '../../support/uploads.ts'
import { signedIn, type Visitor, visitor } from '../../support/visitor.ts'

async function cast() {
  const alice = await createUser({ name: 'Alice Ashby' })
  const { order } = await bought({ buyerId: alice.id, buyerName: 'Alice Ashbee', buyerAddress: '1 High Street' })
  const invoice = await issue(order, new Date())
  return { alice, order, invoice, browser: await signedIn(alice), path: `/invoices/${invoice.number}.pdf` }
}

const fetched = (browser: Visitor, path: string) => browser.agent.get(path).buffer().parse(raw)

describe('GET /invoices/:number.pdf', () => {
  it('is there for who bought it, also while they are leaving, made anew from the row (P16)', async () => {
    const { alice, browser, invoice, path } = await cast()
    await alice.askForErasure(new Date(), 'delete')
    const { headers, body } = await fetched(browser, path)

    expect(headers['content-type']).to.equal('application/pdf')
    expect(headers['content-disposition']).to.equal(`attachment; filename=${invoice.number}.pdf`)
    expect(headers['cache-control']).to.equal('no-store')
    expect(textOfPdf(body)).to.contain(invoice.number).and.contain('Alice Ashbee').and.contain('€84.00')
    expect(await statementsOf(() => fetched(browser, path))).to.have.lengthOf.below(5)
  })

  it('is not there for anybody else, nor is a number that is none', async () => {
    const { path } = await cast()
    const browser = await signedIn(await createUser({ role: 'mentor' }))

    for (const wrong of [path, '/invoices/R2026-999999.pdf', '/invoices/%00.pdf', '/invoices/.pdf'])
      expect((await browser.visit(wrong)).status).to.equal(404)
    expect((await visitor().visit(path)).headers.location).to.contain('/login')
  })

  it('is there for our staff once they have said why, for a quarter of an hour (P14)', async () => {
    const { alice, path } = await cast()
    const sam = await createUser({ role: 'support' })
    const browser = await signedIn(sam)

    expect((await browser.visit(path)).status).to.equal(404)
    await StaffAction.look(sam, alice.id, 'She asked about it in a ticket', new Date())
    expect((await fetched(browser, path)).status).to.equal(200)
  })
})
