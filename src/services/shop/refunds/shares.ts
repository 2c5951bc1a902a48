import type { OrderItem } from '../../../models/index.ts'

type Line = Pick<OrderItem, 'priceMinor' | 'discountMinor' | 'totalMinor' | 'taxMinor' | 'lostMinor'>

/** What went back of a line before. */
export type Before = { amountMinor: number; taxMinor: number }

/**
 * The parts of an amount that goes back: its share of the tax, and of the discount by which the price was higher than what
 * was paid. However many refunds a line has, to the cent they come to no more than the line without what a bank took.
 */
export function sharesOf(
  { totalMinor, taxMinor, discountMinor, lostMinor }: Line,
  amountMinor: number,
  before: Before,
) {
  const since = before.amountMinor + lostMinor
  const until = since + amountMinor
  const share = (whole: number, upTo: number) => (totalMinor === 0 ? 0 : Math.round((whole * upTo) / totalMinor))
  const tax = share(taxMinor, until) - before.taxMinor - share(taxMinor, lostMinor)
  const discount = share(discountMinor, until) - share(discountMinor, since)
  return {
    amountMinor,
    taxMinor: Math.max(0, Math.min(tax, amountMinor)),
    discountMinor: discount,
    priceMinor: amountMinor + discount,
  }
}
