/**
 * What the platform keeps of what is paid, in percent, and pays the tax from. So what a mentor earns is the same wherever a
 * buyer lives, and says nothing about it (P09). Above every rate of VAT there is: 27 % on top are 21.3 % of the price.
 */
export const FEE_PERCENT = 30

export function feeOf(totalMinor: number) {
  return Math.round((totalMinor * FEE_PERCENT) / 100)
}
