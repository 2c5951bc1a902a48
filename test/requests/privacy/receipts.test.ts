import { createPublicKey } from 'node:crypto'
import { expect } from 'chai'
import { publicReceiptKey } from '../../../src/lib/receipt-key.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { signedReceipt } from '../../../src/services/privacy/erasure/receipts.ts'
import { createTicket, createUser } from '../../support/factories.ts'
import { html, visitor } from '../../support/visitor.ts'

const now = new Date('2026-12-07T12:00:00Z')
const page = '/privacy/receipts'

const check = (receipt: unknown) => visitor().agent.post(page).type('form').send({ receipt })

describe('/privacy/receipts', () => {
  it('tells anyone, without an account or a cookie, what a receipt of ours says (P24)', async () => {
    const alice = await createUser({ erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now })
    await createTicket({ requesterId: alice.id })
    const block = signedReceipt((await new ErasureService().erase(alice, now))!)

    const answer = await check(block)
    expect(answer.status).to.equal(303)
    expect(answer.headers['set-cookie']).to.equal(undefined)

    const $ = html(await visitor().visit(answer.headers.location!))
    expect($('.flash.done').text()).to.contain('This receipt is ours')
    expect($('.facts').text()).to.contain(alice.subjectId).and.to.contain('7 December 2026')
    expect($('.goes').text()).to.contain('Your account')
    expect($('.stays').text()).to.contain('Support tickets, 1 entry').and.to.contain('7 December 2029')
  })

  it('does not believe what is not ours, whatever is sent', async () => {
    for (const receipt of ['x', '', ['a', 'b'], 'A'.repeat(60_000), '\0', '-----BEGIN ERASURE RECEIPT-----']) {
      const response = await check(receipt)
      expect(response.status).to.equal(422)
      expect(html(response)('.error-summary').length).to.equal(1)
    }
    expect((await visitor().visit(`${page}?of=nonsense`)).text).not.to.contain('This receipt is ours')
  })

  it('hands out the public key', async () => {
    const { text, body } = await visitor().visit(`${page}/key`)

    const pem = text ?? String(body)
    expect(createPublicKey(pem).equals(publicReceiptKey())).to.equal(true)
  })
})
