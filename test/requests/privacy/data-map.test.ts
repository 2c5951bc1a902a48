import { expect } from 'chai'
import { tablesAboutPeople } from '../../../src/privacy/data-map.ts'
import { type Processor, processors } from '../../../src/privacy/processors.ts'
import { personalColumns } from '../../../src/privacy/table.ts'
import { html, visitor } from '../../support/visitor.ts'

const companies = Object.keys(processors) as Processor[]

describe('GET /privacy/data-map', () => {
  it('tells anyone what is kept of people, for which reason and until when, and sets no cookie', async () => {
    const response = await visitor().visit('/privacy/data-map').expect(200)
    const page = html(response)

    expect(
      page('main h3')
        .map((_, heading) => page(heading).text())
        .get(),
    ).to.include.members(tablesAboutPeople.map(({ title }) => title))
    expect(page('#tickets').text()).to.contain(
      '3 years after it was resolved: disputes may be raised for as long (P30)',
    )
    expect(page('#users').text()).to.contain(
      'as long as the account: unless its address is not confirmed within 7 days',
    )
    expect(page('#files').text()).to.contain('as long as the account and the ticket')
    expect(page('#users').text()).to.contain('Not in your export: whoever steals the export could guess the password')
    expect(response.headers['set-cookie']).to.equal(undefined)
  })

  it('names the companies that are given something, and no others (P06)', async () => {
    const page = html(await visitor().visit('/privacy/data-map'))

    const viewers = tablesAboutPeople.flatMap((table) => personalColumns(table).flatMap(({ seenBy }) => seenBy ?? []))
    const named = Object.values(processors).filter(({ name }) => page('#record').text().includes(name))
    expect(named).to.deep.equal(
      companies.filter((company) => viewers.includes(company)).map((company) => processors[company]),
    )
  })
})
