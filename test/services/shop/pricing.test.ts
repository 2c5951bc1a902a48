import { expect } from 'chai'
import fc from 'fast-check'
import { TaxRate } from '../../../src/models/index.ts'
import { priced } from '../../../src/services/shop/pricing.ts'
import { spread } from '../../../src/services/shop/rounding.ts'
import { rateOf, taxIn } from '../../../src/services/shop/tax.ts'

const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
const prices = fc.array(fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 100_000_000 })), {
  maxLength: 20,
})
const rate = fc.integer({ min: 0, max: 5000 })
const reduction = fc.oneof(
  fc.constant(null),
  fc.record({ percent: fc.integer({ min: 1, max: 100 }), amountMinor: fc.constant(null) }),
  fc.record({ percent: fc.constant(null), amountMinor: fc.integer({ min: 1, max: 2_000_000 }) }),
)

describe('Sharing a number out', () => {
  it('leaves nothing over, and is off by less than one', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 2_147_483_647 }), { minLength: 1, maxLength: 20 })
    const property = fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (weights, share) => {
      const total = Math.floor(sum(weights) * share)
      const parts = spread(total, weights)
      expect(sum(parts)).to.equal(sum(weights) === 0 ? 0 : total)
      for (const [place, part] of parts.entries()) {
        expect(part).to.be.within(0, weights[place]!)
        if (sum(weights)) expect(Math.abs(part - (total * weights[place]!) / sum(weights))).to.be.below(1.000_001)
      }
    })
    fc.assert(property, { numRuns: 500 })
  })

  it('gives what is left to the largest remainder, and to the first of equals', () => {
    expect(spread(100, [1, 1, 1])).to.deep.equal([34, 33, 33])
    expect(spread(10, [70, 20, 14])).to.deep.equal([7, 2, 1])
    expect(spread(5, [0, 0])).to.deep.equal([0, 0])
  })
})

describe('A priced cart', () => {
  it('has lines that sum to each of its totals, whatever lies in it', () => {
    const property = fc.property(prices, rate, reduction, (prices, rate, reduction) => {
      const { lines, ...totals } = priced(prices, rate, reduction)
      expect(totals.totalMinor).to.equal(totals.subtotalMinor - totals.discountMinor)
      expect(totals.taxMinor).to.equal(taxIn(totals.totalMinor, rate))
      for (const column of ['discountMinor', 'totalMinor', 'taxMinor'] as const) {
        expect(sum(lines.map((line) => line[column])), column).to.equal(totals[column])
      }
      for (const line of lines) {
        expect(line.totalMinor).to.equal(line.priceMinor - line.discountMinor)
        for (const part of [line.discountMinor, line.totalMinor]) expect(part).to.be.within(0, line.priceMinor)
        for (const part of [line.taxMinor, line.feeMinor]) expect(part).to.be.within(0, line.totalMinor)
      }
    })
    fc.assert(property, { numRuns: 500 })
  })

  it('takes a share or an amount off, never more than there is, and leaves nothing that no card could pay', () => {
    const total = (prices: number[], percent: number | null, amountMinor: number | null) =>
      priced(prices, 1900, { percent, amountMinor }).totalMinor

    expect(total([4900], 10, null)).to.equal(4410)
    expect(total([333], 50, null)).to.equal(166)
    expect(total([4900, 100], null, 700)).to.equal(4300)
    expect(total([4900], null, 9900)).to.equal(0)
    expect(total([4900], null, 4860)).to.equal(0)
    expect(total([4900], null, 4850)).to.equal(50)
  })
})

describe('Tax', () => {
  it('is inside the price, by the rate of the country on that day', async () => {
    await TaxRate.create({ country: 'NO', rate: 2500, valid: '[2025-01-01,2026-07-01)' })
    await TaxRate.create({ country: 'NO', rate: 2000, valid: '[2026-07-01,)' })

    expect(await rateOf('NO', new Date('2026-06-30T23:59:59Z'))).to.equal(2500)
    expect(await rateOf('NO', new Date('2026-07-01T00:00:00Z'))).to.equal(2000)
    expect(await rateOf('NO', new Date('2024-01-01T00:00:00Z'))).to.equal(0)
    expect([taxIn(4900, 1900), taxIn(4900, 2550), taxIn(490, 0)]).to.deep.equal([782, 996, 0])
  })
})
