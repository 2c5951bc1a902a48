import { expect } from 'chai'
import { minorOf, money } from '../../src/lib/money.ts'

describe('Money', () => {
  it('is written with as many digits as its currency has', () => {
    expect(money(4900, 'EUR')).to.equal('€49.00')
    expect(money(5, 'EUR')).to.equal('€0.05')
    expect(money(490, 'JPY')).to.equal('JP¥490')
  })

  it('is read as people type it, and is nothing where it is none', () => {
    expect(['49', '49.00', ' 49,5 ', '€0.05', '12 €', '0'].map(minorOf)).to.deep.equal([4900, 4900, 4950, 5, 1200, 0])
    for (const none of ['', 'free', '-1', '1.234', '1e3', '4 9', '٤٩']) expect(minorOf(none), none).to.equal(undefined)
  })
})
