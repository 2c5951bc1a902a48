import { expect } from 'chai'
import { Search } from '../../../src/services/privacy/read-back/search.ts'

const search = new Search([
  ['Alice Archer', 'alice@example.com'],
  ['Jürgen Ó Dálaigh', 'example.org/jürgen'],
  ["Pat O'Hara"],
])
const people = (text: string) => [...search.peopleIn(text)]

describe('A search for many people at once', () => {
  it('finds each as a whole, in any case, over line breaks, with any accent and apostrophe', () => {
    expect(people('From ALICE  \n archer.')).to.deep.equal([0])
    expect(people('<Alice@Example.com>')).to.deep.equal([0])
    expect(people('JU\u0308RGEN O\u0301 DA\u0301LAIGH and pat o’hara')).to.deep.equal([1, 2])
    expect(people('https://www.example.org/Jürgen/')).to.deep.equal([1])
  })

  it('takes nobody for another', () => {
    for (const text of [
      'Alice',
      'malice archer',
      'Alice Archery',
      'alice@example.community',
      'xalice@example.com',
      '',
    ]) {
      expect(people(text), text).to.deep.equal([])
    }
  })
})
