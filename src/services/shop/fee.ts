/** What the platform keeps of what is paid, in percent. */
export const FEE_PERCENT = 15

export function feeOf(totalMinor: number) {
  return Math.round((totalMinor * FEE_PERCENT) / 100)
}
