import { feeOf } from './fee.ts'
import { spread } from './rounding.ts'
import { taxIn } from './tax.ts'

export type Reduction = { percent: number | null; amountMinor: number | null }

/** No card pays less. What a coupon leaves below it is let go. */
const LEAST_BY_CARD = 50

const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)

/**
 * What a cart comes to, in whole minor units of its currency: prices include the tax, a reduction is shared out over the
 * lines, and so are tax and discount, so that every column of the lines sums to its total. `shown` is what a page shows of
 * it, in one text: one price that rises and another that falls by as much are another cart.
 */
export function priced(prices: number[], rate: number, reduction?: Reduction | null) {
  const subtotalMinor = sum(prices)
  const discountMinor = reduction ? discountOn(subtotalMinor, reduction) : 0
  const totalMinor = subtotalMinor - discountMinor
  const taxMinor = taxIn(totalMinor, rate)

  const discounts = spread(discountMinor, prices)
  const totals = prices.map((price, line) => price - discounts[line]!)
  const taxes = spread(taxMinor, totals)
  const lines = totals.map((total, line) => ({
    priceMinor: prices[line]!,
    discountMinor: discounts[line]!,
    totalMinor: total,
    taxMinor: taxes[line]!,
    feeMinor: feeOf(total),
  }))
  return { subtotalMinor, discountMinor, totalMinor, taxMinor, lines, shown: totals.join('+') }
}

function discountOn(subtotal: number, { percent, amountMinor }: Reduction) {
  const discount = Math.min(subtotal, amountMinor ?? Math.round((subtotal * percent!) / 100))
  return discount > 0 && subtotal - discount < LEAST_BY_CARD ? subtotal : discount
}
