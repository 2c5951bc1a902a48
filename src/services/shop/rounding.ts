/**
 * Shares a whole number out in proportion to weights, by the largest remainder: the parts are whole, sum to it, and are
 * off by less than one. Where there is no more to share than the weights come to, no part is above its weight.
 */
export function spread(total: number, weights: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)

  const shares = weights.map((weight) => BigInt(total) * BigInt(weight))
  const parts = shares.map((share) => Number(share / sum))
  const remainders = shares.map((share, place) => ({ place, left: share % sum }))
  remainders.sort((one, other) => Number(other.left - one.left > 0n) - Number(other.left - one.left < 0n))

  const missing = total - parts.reduce((all, part) => all + part, 0)
  for (const { place } of remainders.slice(0, missing)) parts[place]!++
  return parts
}
