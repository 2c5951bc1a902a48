import { StripeFailed, stripe } from '../../../gateways/stripe.ts'
import { reportError } from '../../../lib/report-error.ts'
import { SellerAccount, type User } from '../../../models/index.ts'

/**
 * Where a mentor tells Stripe who they are and where they bank, and may change it later. We hear nothing of it, keep what
 * Stripe calls the account, and make one at most. @throws StripeFailed, after which it may be tried again
 */
export async function pageToBePaid({ id: sellerId }: User, now: Date) {
  const known = await SellerAccount.findOne({ where: { sellerId } })
  if (known) return known.ready ? stripe.accountPages(known.account) : stripe.accountLink(known.account)

  const account = await stripe.openAccount(`account:${sellerId}`)
  await SellerAccount.bulkCreate([{ sellerId, account, createdAt: now }], { ignoreDuplicates: true })
  return stripe.accountLink(account)
}

/** How it stands with a mentor's account: Stripe is asked until it is ready, and where it keeps silent we say what we know. */
export async function accountOf({ id: sellerId }: User) {
  const known = await SellerAccount.findOne({ where: { sellerId } })
  if (!known || known.ready) return known
  try {
    await sync(known)
  } catch (error) {
    if (!(error instanceof StripeFailed)) throw error
    reportError(error)
  }
  return known
}

/** Something has changed about an account: ready, or not any more. */
export async function syncAccount(account: string) {
  const known = await SellerAccount.findOne({ where: { account } })
  if (known) await sync(known)
}

async function sync(known: SellerAccount) {
  const { ready } = await stripe.accountOf(known.account)
  await known.update({ ready })
}
