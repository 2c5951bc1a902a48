/** Things as Stripe's API shows them, with the fields that anybody here reads. What begins with _ it never shows. */

type Metadata = Record<string, string>
type Common = { metadata: Metadata; customer: string | null }
export type Line = { name: string; quantity: number; amount: number }

export const session = (
  of: Partial<Common> & { amount_total: number; currency: string; success_url: string; cancel_url: string | null } & {
    expires_at: number
    client_reference_id: string | null
    customer_email: string | null
    _lines: Line[]
    _remember: boolean
    _showsSaved: boolean
    _newCustomer: boolean
    _forPayment: Metadata
  },
) => ({
  object: 'checkout.session' as const,
  mode: 'payment',
  status: 'open' as 'open' | 'complete' | 'expired',
  payment_status: 'unpaid' as 'unpaid' | 'paid',
  payment_intent: null as string | null,
  customer: null as string | null,
  customer_details: null as { email: string | null } | null,
  amount_subtotal: of.amount_total,
  livemode: false,
  metadata: {},
  url: null as string | null,
  ui_mode: 'hosted_page',
  ...of,
})

export const intent = (of: Common & { amount: number; currency: string; _session: string }) => ({
  object: 'payment_intent' as const,
  status: 'requires_payment_method' as
    | 'requires_payment_method'
    | 'requires_action'
    | 'processing'
    | 'succeeded'
    | 'canceled',
  amount_received: 0,
  latest_charge: null as string | null,
  payment_method: null as string | null,
  last_payment_error: null as { type: string; code: string; decline_code?: string; message: string } | null,
  livemode: false,
  ...of,
})

export const charge = (
  of: Common & { amount: number; currency: string; payment_intent: string; payment_method: string | null } & {
    billing_details: { email: string | null }
  },
) => ({
  object: 'charge' as const,
  amount_captured: of.amount,
  amount_refunded: 0,
  captured: true,
  disputed: false,
  paid: true,
  refunded: false,
  status: 'succeeded',
  livemode: false,
  ...of,
})

export type RefundStatus = 'pending' | 'succeeded' | 'failed'

export const refund = (
  of: { amount: number; currency: string; charge: string; payment_intent: string } & {
    metadata: Metadata
    status: RefundStatus
  },
) => ({ object: 'refund' as const, reason: null, failure_reason: undefined as string | undefined, ...of })

export const dispute = (
  of: { amount: number; currency: string; charge: string; payment_intent: string; reason: string } & {
    evidence_details: { due_by: number; has_evidence: boolean; past_due: boolean; submission_count: number }
  },
) => ({
  object: 'dispute' as const,
  status: 'needs_response' as 'needs_response' | 'under_review' | 'won' | 'lost',
  evidence: {} as Record<string, string>,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  ...of,
})

export const customer = (of: { email: string | null }) => ({
  object: 'customer' as const,
  name: null,
  livemode: false,
  metadata: {},
  deleted: undefined as true | undefined,
  ...of,
})

export const paymentMethod = (
  of: { customer: string | null; allow_redisplay: string } & {
    card: { brand: string; last4: string }
    _number: string
  },
) => ({
  object: 'payment_method' as const,
  type: 'card',
  livemode: false,
  metadata: {},
  ...of,
  card: { exp_month: 12, exp_year: 2034, funding: 'credit', country: 'DE', ...of.card },
})

export const account = (of: { metadata: Metadata }) => ({
  object: 'account' as const,
  type: 'none',
  country: 'DE',
  charges_enabled: false,
  details_submitted: false,
  payouts_enabled: false,
  capabilities: { transfers: 'inactive' as 'inactive' | 'active' },
  ...of,
})

export const transfer = (of: {
  amount: number
  currency: string
  destination: string
  metadata: Metadata
  transfer_group: string | null
}) => ({
  object: 'transfer' as const,
  amount_reversed: 0,
  reversed: false,
  livemode: false,
  ...of,
})

export const reversal = (of: { amount: number; currency: string; transfer: string }) => ({
  object: 'transfer_reversal' as const,
  metadata: {},
  ...of,
})
