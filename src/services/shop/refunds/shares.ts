import type { OrderItem } from '../../../models/index.ts'

type Line = Pick<OrderItem, 'priceMinor' | 'discountMinor' | 'totalMinor' | 'taxMinor'>

/** What went back of a line before. */
export type Before = { amountMinor: number; taxMinor: number }

/**
 * The parts of an amount that goes back: its share of the tax, and of the discount by which the price was higher than what
 * was paid. However many refunds a line has, to the cent they come to no more than the line.
 */
export function sharesOf({ totalMinor, taxMinor, discountMinor }: Line, amountMinor: number, before: Before) {
  const until = before.amountMinor + amountMinor
  const share = (whole: number, upTo: number) => (totalMinor === 0 ? 0 : Math.round((whole * upTo) / totalMinor))
  const tax = share(taxMinor, until) - before.taxMinor
  const discount = share(discountMinor, until) - share(discountMinor, before.amountMinor)
  return {
    amountMinor,
    taxMinor: Math.max(0, Math.min(tax, amountMinor)),
    discountMinor: discount,
    priceMinor: amountMinor + discount,
  }
}
