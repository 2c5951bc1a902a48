import { type Card, StripeFailed, stripe } from '../../../gateways/stripe.ts'
import { reportError } from '../../../lib/report-error.ts'
import { type Order, StripeCustomer, type User } from '../../../models/index.ts'

/** A person's cards as Stripe knows them now. Undefined where it cannot be asked; nothing of them is kept here (P03). */
export async function savedCardsOf({ id: memberId }: User): Promise<Card[] | undefined> {
  const known = await StripeCustomer.findOne({ where: { memberId } })
  if (!known) return []
  try {
    return await stripe.cardsOf(known.customer)
  } catch (error) {
    if (!(error instanceof StripeFailed)) throw error
    reportError(error)
    return undefined
  }
}

/** Writes down what Stripe calls the buyer of an order who wanted their card remembered. */
export async function remember({ buyerId, rememberCard }: Order, customer: string, now: Date) {
  if (!rememberCard || !buyerId) return
  const known = { memberId: buyerId, customer, createdAt: now }
  await StripeCustomer.bulkCreate([known], { ignoreDuplicates: true })
}

/**
 * Lets Stripe forget a card, if it is one of this person's; with the last one goes all that makes them known there, and
 * what we know them by. Whether it was theirs. @throws StripeFailed, after which it may be removed again
 */
export async function removeCard({ id: memberId }: User, card: string) {
  const known = await StripeCustomer.findOne({ where: { memberId } })
  const cards = known ? await stripe.cardsOf(known.customer) : []
  if (!known || !cards.some(({ id }) => id === card)) return false

  if (cards.length > 1) await stripe.removeCard(card)
  else await forget(known)
  return true
}

/** There first: should we stop in between, the number here leads to nobody, and paying forgets it. */
async function forget(known: StripeCustomer) {
  await stripe.deleteCustomer(known.customer)
  await known.destroy()
}
