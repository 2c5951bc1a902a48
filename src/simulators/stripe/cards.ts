/** What a card does. Numbers are those of Stripe's test mode, which belong to nobody. */
export type TestCard = {
  brand: string
  does: 'pays' | 'is declined' | 'asks its owner' | 'is disputed' | 'fails to refund' | 'refunds later'
  decline?: string
}

export const cards: Record<string, TestCard> = {
  '4242424242424242': { brand: 'visa', does: 'pays' },
  '5555555555554444': { brand: 'mastercard', does: 'pays' },
  '4000000000000002': { brand: 'visa', does: 'is declined', decline: 'generic_decline' },
  '4000000000009995': { brand: 'visa', does: 'is declined', decline: 'insufficient_funds' },
  '4000002500003155': { brand: 'visa', does: 'asks its owner' },
  '4000000000000259': { brand: 'visa', does: 'is disputed' },
  '4000000000005126': { brand: 'visa', does: 'fails to refund' },
  '4000000000007726': { brand: 'visa', does: 'refunds later' },
}

/** How it may be typed: with gaps or without. */
export function cardOf(typed: string) {
  const number = typed.replaceAll(/[\s-]/g, '')
  return cards[number] && { number, ...cards[number] }
}
