import { verify } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { publicReceiptKey } from '../../../src/lib/receipt-key.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { readReceipt, signedReceipt } from '../../../src/services/privacy/erasure/receipts.ts'
import { createUser } from '../../support/factories.ts'

const now = new Date('2026-12-07T12:00:00Z')

describe('A receipt', () => {
  let block: string
  let subject: string

  beforeEach(async () => {
    const alice = await createUser({
      name: 'Alice',
      erasureAskedAt: new Date('2026-11-23T12:00:00Z'),
      erasureDueAt: now,
    })
    block = signedReceipt((await new ErasureService().erase(alice, now))!)
    subject = alice.subjectId
  })

  it('tells what became of whose data, and not whose', () => {
    const line = { table: 'users', title: 'Your account', outcome: 'gone', rows: 1 }

    expect(readReceipt(block)).to.deep.equal({
      subject,
      asked: '2026-11-23T12:00:00.000Z',
      erased: '2026-12-07T12:00:00.000Z',
      lines: [line],
    })
  })

  it('survives being quoted and indented by a mail program', () => {
    const quoted = `On Monday you wrote:\n${block.replace(/^/gm, '> ').replaceAll('\n', '\r\n')}\r\nThanks`

    expect(readReceipt(quoted)).to.include({ subject })
  })

  it('is not believed with one letter changed, cut short, or made up', () => {
    const letter = block[100] === 'A' ? 'B' : 'A'
    for (const other of [block.slice(0, 100) + letter + block.slice(101), block.slice(0, -200), '', 'AAAA', '🙂']) {
      expect(readReceipt(other), other).to.equal(undefined)
    }
  })

  it('can be checked without us', () => {
    const bytes = Buffer.from(block.split('\n').slice(1, -1).join(''), 'base64')

    expect(verify(null, bytes.subarray(64), publicReceiptKey(), bytes.subarray(0, 64))).to.equal(true)
  })

  it('is signed with a key that in demo mode only its owner can read', async () => {
    expect((await stat(`${config.dataDir}/receipt-key`)).mode & 0o777).to.equal(0o600)
  })
})
