import { randomUUID } from 'node:crypto'
import * as objects from '../objects.ts'
import { type Page, pages, type Shape } from '../parameters.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import type { Wire } from '../wire.ts'

const FIVE_MINUTES = 5 * 60

/** What a link to the onboarding opens, once. */
export type Link = { account: string; return_url: string; refresh_url: string; expires_at: number }

type Sent = {
  amount: number
  currency: string
  destination: string
  metadata?: Record<string, string>
  transfer_group?: string
}

/** Those who are paid out. `base` is where their pages are, `links` what opens them. */
export function connectApi(wire: Wire, store: Store, base: () => string, links: Map<string, Link>) {
  const controller: Shape = {
    stripe_dashboard: { type: 'text' },
    fees: { payer: 'text' },
    losses: { payments: 'text' },
    requirement_collection: 'text',
  }
  const capabilities: Shape = { transfers: { requested: 'flag' }, card_payments: { requested: 'flag' } }

  wire.post<{ metadata?: Record<string, string> }>(
    '/accounts',
    { controller, capabilities, country: 'text', metadata: 'map' },
    ({ metadata = {} }) => store.add(objects.account({ metadata })),
  )
  wire.get('/accounts/:id', {}, (_, id) => store.get('account', id, 'account'))

  wire.post<{ account: string; refresh_url: string; return_url: string }>(
    '/account_links',
    { account: 'text!', type: 'text!', refresh_url: 'text!', return_url: 'text!' },
    ({ account, refresh_url, return_url }) => {
      const token = randomUUID()
      const expires_at = store.seconds + FIVE_MINUTES
      links.set(token, { account: store.get('account', account, 'account').id, return_url, refresh_url, expires_at })
      return { object: 'account_link', created: store.seconds, expires_at, url: `${base()}/setup/${token}` }
    },
  )

  wire.post('/accounts/:id/login_links', {}, (_, id) => {
    const account = store.get('account', id, 'account')
    if (!account.details_submitted)
      throw new Refusal(400, 'Cannot create a login link for an account that has not completed onboarding.')
    return { object: 'login_link', created: store.seconds, url: `${base()}/express/${id}` }
  })

  wire.post<Sent>(
    '/transfers',
    {
      amount: 'whole!',
      currency: 'text!',
      destination: 'text!',
      metadata: 'map',
      transfer_group: 'text',
      source_transaction: 'text',
    },
    ({ amount, currency, destination, metadata = {}, transfer_group = null }) => {
      const { capabilities } = store.get('account', destination, 'destination')
      if (amount < 1)
        throw new Refusal(400, 'Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
      if (capabilities.transfers !== 'active') {
        const said = 'Your destination account needs to have the capability transfers enabled.'
        throw new Refusal(400, said, { code: 'insufficient_capabilities_for_transfer' })
      }
      return store.add(objects.transfer({ amount, currency, destination, metadata, transfer_group }))
    },
  )
  wire.get<Page & { transfer_group?: string }>(
    '/transfers',
    { ...pages, transfer_group: 'text' },
    ({ transfer_group, ...page }) => store.list('transfer', '/v1/transfers', page, { transfer_group }),
  )
  wire.get('/transfers/:id', {}, (_, id) => store.get('transfer', id))
  wire.post<{ amount?: number }>('/transfers/:id/reversals', { amount: 'whole', metadata: 'map' }, ({ amount }, id) => {
    const transfer = store.get('transfer', id)
    const left = transfer.amount - transfer.amount_reversed
    const wanted = amount ?? left
    if (wanted < 1 || wanted > left) {
      const said = 'Transfer reversal amount is greater than unreversed amount on transfer'
      throw new Refusal(400, said, { param: 'amount' })
    }
    transfer.amount_reversed += wanted
    transfer.reversed = transfer.amount_reversed === transfer.amount
    return store.add(objects.reversal({ amount: wanted, currency: transfer.currency, transfer: id }))
  })
}
