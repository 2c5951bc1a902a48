import { config } from '../../config.ts'
import { ask, askForAll } from './client.ts'

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

  /** The mentor's own pages at Stripe, once it knows enough: what was sent where, and the bank it is sent to. Opens once. */
  async accountPages(account: string) {
    const { url } = await ask((stripe) => stripe.accounts.createLoginLink(account))
    return url
  },

  /** Whether Stripe has all it needs to pay out. */
  async accountOf(account: string) {
    const { capabilities, payouts_enabled: paysOut } = await ask((stripe) => stripe.accounts.retrieve(account))
    return { ready: paysOut && capabilities?.transfers === 'active' }
  },

  /**
   * Sends a mentor their share of a line; asked again with the same key it does so once. As Stripe forgets a key within a
   * day, the transfer carries it, and is looked for first. Answers Stripe's number.
   */
  async transfer({ account, amountMinor, currency, key, itemId }: Transfer) {
    const [made] = await Array.fromAsync(askForAll((stripe) => stripe.transfers.list({ transfer_group: key })))
    if (made) return made.id
    const about = { metadata: { item: itemId }, transfer_group: key }
    const wanted = { destination: account, amount: amountMinor, currency: currency.toLowerCase(), ...about }
    const { id } = await ask((stripe) => stripe.transfers.create(wanted, { idempotencyKey: key }))
    return id
  },

  /** Fetches a part of it back, after a refund: what is missing until so much of it has been, whoever fetched the rest. */
  async reverseTransfer(id: string, untilMinor: number) {
    const { amount_reversed: before } = await ask((stripe) => stripe.transfers.retrieve(id))
    if (before >= untilMinor) return
    const options = { idempotencyKey: `reverse:${id}:${before}:${untilMinor}` }
    await ask((stripe) => stripe.transfers.createReversal(id, { amount: untilMinor - before }, options))
  },
}
