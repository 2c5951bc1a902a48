import '../../support/shared-rows.ts'

import { expect } from 'chai'
import type { User } from '../../../src/models/index.ts'
import { outcomeInWords } from '../../../src/privacy/in-words.ts'
import { type PeopleTable, table, tableOf } from '../../../src/privacy/table.ts'
import { ErasureService } from '../../../src/services/privacy/erasure/erasure-service.ts'
import { planFor } from '../../../src/services/privacy/erasure/plan.ts'
import { createUser } from '../../support/factories.ts'
import { createSharedTables, Letter, Remark } from '../../support/shared-rows.ts'

const now = new Date('2026-12-07T12:00:00Z')
const leaving = { erasureAskedAt: new Date('2026-11-23T12:00:00Z'), erasureDueAt: now }

/** Erases somebody, and answers what the page said about a table before. */
async function erase(person: User, name: string) {
  const plan = await planFor(person, now)
  const erasure = await new ErasureService().erase(person, now)
  expect(erasure!.receipt).to.deep.equal(plan)
  return plan.filter((line) => line.table === name).map(({ outcome, rows }) => ({ outcome, rows }))
}

describe('A row about two people', () => {
  before(createSharedTables)

  async function correspondence() {
    const [alice, bob] = await Promise.all([
      createUser({ ...leaving, name: 'Alice Archer' }),
      createUser({ ...leaving, name: 'Bob Baker' }),
    ])
    const sent = await Letter.create({ senderId: alice.id, recipientId: bob.id, words: 'Yours, Alice Archer' })
    const got = await Letter.create({ senderId: bob.id, recipientId: alice.id, words: 'Dear Alice Archer' })
    return { alice, bob, sent, got }
  }

  it('becomes what it is declared to become when the one leaves, whatever it becomes when the other does', async () => {
    const { alice, bob, sent, got } = await correspondence()

    expect(await erase(alice, 'test_letters')).to.deep.equal([
      { outcome: 'gone', rows: 1 },
      { outcome: 'stays', rows: 1 },
    ])

    expect(await sent.reload()).to.include({ senderId: null, recipientId: bob.id, words: 'Yours, [removed]' })
    expect(await Letter.findByPk(got.id)).to.equal(null)
  })

  it('says so to both', () => {
    expect(outcomeInWords(tableOf(Letter) as PeopleTable)).to.equal(
      'kept without your name where you are the requester; deleted where you are the subject',
    )
  })

  it('cannot be declared with one outcome for both', () => {
    const { people, name, model, ...declaration } = tableOf(Letter) as PeopleTable
    expect(() => table(model, name, { ...declaration, onErasure: 'deleted' } as never)).to.throw(
      'test_letters: say what becomes of it when the requester leaves',
    )
    expect(people).to.have.length(2)
  })
})

describe('A contribution', () => {
  for (const [contributions, outcome, words] of [
    ['delete', 'gone', undefined],
    ['anonymise', 'stays', 'Says [removed]'],
  ] as const) {
    it(`is what its author chose: ${contributions}`, async () => {
      const alice = await createUser({ ...leaving, name: 'Alice Archer', contributions })
      const remark = await Remark.create({ authorId: alice.id, words: 'Says Alice Archer' })

      expect(await erase(alice, 'test_remarks')).to.deep.equal([{ outcome, rows: 1 }])
      expect((await Remark.findByPk(remark.id))?.words).to.equal(words)
    })
  }
})
