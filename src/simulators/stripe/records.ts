/** A happening, and a job that makes Stripe forget. */

export const event = (of: { type: string; data: { object: object } }) => ({
  object: 'event' as const,
  api_version: '2026-10-28.endive',
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  ...of,
})

export type ToRedact = { customers?: string[]; checkout_sessions?: string[]; payment_intents?: string[] }

export const redactionJob = (of: { objects: ToRedact }) => ({
  object: 'privacy.redaction_job' as const,
  status: 'validating' as 'validating' | 'ready' | 'redacting' | 'succeeded' | 'failed',
  livemode: false,
  validation_behavior: 'fix',
  ...of,
})
