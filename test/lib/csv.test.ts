import { expect } from 'chai'
import { csvOf } from '../../src/lib/csv.ts'

const written = async (value: unknown) => (await Array.fromAsync(csvOf([[{ value }]]))).join('').split('"value"\r\n')[1]

describe('A table for a spreadsheet', () => {
  it('has nothing in it that could be taken for a formula, and leaves numbers what they are', async () => {
    for (const formula of ['=1+1', '+1+1', '-1+1', '@sum(1)', '\t=1', '\r=1', '\n=1', '\uff1d1', '\uff0b1', '-'])
      expect(await written(formula), JSON.stringify(formula)).to.equal(`"'${formula}"\r\n`)
    for (const number of ['-12.00', '-1', '12.5', -12])
      expect(await written(number), String(number)).to.equal(`"${number}"\r\n`)
    expect(await written('a "b"')).to.equal('"a ""b"""\r\n')
  })
})
