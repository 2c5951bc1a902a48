import { expect } from 'chai'
import { tablesAboutPeople } from '../../src/privacy/data-map.ts'
import { subjects } from '../../src/privacy/table.ts'
import { visibleTo } from '../../src/services/privacy/export/visible.ts'
import { alice, bob, type Canary, charlie, releaseCanaries } from '../support/canaries.ts'
import { exportOf } from '../support/exports.ts'

/** Derived from the declarations alone: a new personal column is covered by being declared. */
describe('An export, column by column', () => {
  let canaries: Canary[]
  let text: Record<string, string>
  let all: string

  beforeEach(async () => {
    canaries = await releaseCanaries()
    text = (await exportOf(alice)).text
    all = Object.values(text).join('\n')
  })

  it('holds all that is Alice’s but for what is withheld, and nothing private to Bob (P15–P19)', () => {
    for (const { where, text, owner, column, sharedWithOther } of canaries) {
      const expected = owner === alice ? !column.withheld : sharedWithOther
      expect(all.includes(text), `${where} of ${owner === alice ? 'Alice' : 'Bob'}`).to.equal(expected)
    }
  })

  it('has what another says of Alice once she may know of it, and before not even that there is something', async () => {
    const hidden = tablesAboutPeople.flatMap(({ hiddenUntil = {}, ...table }) =>
      Object.entries(hiddenUntil).map(([role, until]) => ({ ...table, role, until: until! })),
    )
    expect(hidden).not.to.deep.equal([])
    for (const { exportedAs, model, role, until } of hidden) {
      const told = (written: string) => JSON.parse(written).filter((row: { you: string }) => row.you === role)
      expect(told(text[exportedAs]!), exportedAs).to.deep.equal([])
      await model.update({ [until]: new Date() }, { where: {} })
      expect(told((await exportOf(alice)).text[exportedAs]!), exportedAs).to.have.lengthOf(1)
    }
  })

  it('names nobody else: neither Bob nor who of our staff was on duty', () => {
    for (const stranger of [bob, charlie, 'Charlie']) expect(all).not.to.contain(stranger)
  })

  it('has every column that may be handed out in every row, also those with too few values for a canary', () => {
    for (const table of tablesAboutPeople.filter(({ exportedAs }) => exportedAs.endsWith('.json'))) {
      const [row] = JSON.parse(text[table.exportedAs]!)
      expect(row, table.name).to.include.all.keys('you', ...visibleTo(subjects(table)[0]!, table))
    }
  })
})
