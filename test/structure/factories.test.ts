import { expect } from 'chai'
import { tablesAboutPeople } from '../../src/privacy/data-map.ts'
import { factories } from '../support/factories-by-table.ts'

describe('Every table about people', () => {
  it('has a factory, so that no test of exports and erasures can overlook it', () => {
    expect(Object.keys(factories)).to.have.members(tablesAboutPeople.map(({ name }) => name))
  })
})
