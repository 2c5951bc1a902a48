import { expect } from 'chai'
import { money } from '../../src/lib/money.ts'

describe('Money', () => {
  it('is written with as many digits as its currency has', () => {
    expect(money(4900, 'EUR')).to.equal('€49.00')
    expect(money(5, 'EUR')).to.equal('€0.05')
    expect(money(490, 'JPY')).to.equal('JP¥490')
  })
})
