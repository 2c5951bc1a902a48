import { config } from '../../config.ts'
import { ask } from './client.ts'

type Transfer = { account: string; amountMinor: number; currency: string; key: string; itemId: string }

export const accounts = {
  /** An account that says nothing of its mentor yet: what Stripe has to know, they tell Stripe themselves. */
  async openAccount(key: string) {
    const wanted = {
      controller: {
        stripe_dashboard: { type: 'express' },
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
      },
      capabilities: { transfers: { requested: true } },
    } as const
    const { id } = await ask((stripe) => stripe.accounts.create(wanted, { idempotencyKey: key }))
    return id
  },

  /** A page at Stripe for the mentor, which opens once and for a few minutes. It leads back to their earnings. */
  async accountLink(account: string) {
    const { url } = await ask((stripe) =>
      stripe.accountLinks.create({
        account,
        type: 'account_onboarding',
        refresh_url: `${config.baseUrl}/mentor/earnings`,
        return_url: `${config.baseUrl}/mentor/earnings`,
      }),
    )
    return url
  },

  /** Whether Stripe has all it needs to pay out. */
  async accountOf(account: string) {
    const { capabilities, payouts_enabled: paysOut } = await ask((stripe) => stripe.accounts.retrieve(account))
    return { ready: paysOut && capabilities?.transfers === 'active' }
  },

  /** Sends a mentor their share of a line; asked again with the same key it does so once. Answers Stripe's number. */
  async transfer({ account, amountMinor, currency, key, itemId }: Transfer) {
    const metadata = { item: itemId }
    const wanted = { destination: account, amount: amountMinor, currency: currency.toLowerCase(), metadata }
    const { id } = await ask((stripe) => stripe.transfers.create(wanted, { idempotencyKey: key }))
    return id
  },

  /** Fetches a part of it back, after a refund. */
  async reverseTransfer(id: string, amountMinor: number, key: string) {
    await ask((stripe) => stripe.transfers.createReversal(id, { amount: amountMinor }, { idempotencyKey: key }))
  },
}
