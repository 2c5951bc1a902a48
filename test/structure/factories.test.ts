import { expect } from 'chai'
import { tablesAboutPeople } from '../../src/privacy/data-map.ts'
import * as factories from '../support/factories.ts'

describe('Every table about people', () => {
  it('has a factory, so that no test of exports and erasures can overlook it', () => {
    const missing = tablesAboutPeople.filter(({ model }) => !(`create${model.name}` in factories))
    expect(missing.map(({ name }) => name)).to.deep.equal([])
  })
})
