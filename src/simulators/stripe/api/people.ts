import type { Shape } from '../parameters.ts'
import * as records from '../records.ts'
import { progress, run } from '../redact.ts'
import { missing, Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import type { Wire } from '../wire.ts'

/** Whom Stripe remembers, their cards, and how it forgets. */
export function peopleApi(wire: Wire, store: Store) {
  wire.get('/customers/:id', {}, (_, id) => {
    const customer = store.get('customer', id)
    return customer.deleted ? { id, object: 'customer', deleted: true } : customer
  })
  wire.delete('/customers/:id', (_, id) => {
    const customer = living(id)
    for (const card of store.all('payment_method', { customer: id })) card.customer = null
    customer.deleted = true
    store.tell('customer.deleted', customer)
    return { id, object: 'customer', deleted: true }
  })
  wire.get<{ limit?: number; starting_after?: string }>(
    '/customers/:id/payment_methods',
    { limit: 'whole', starting_after: 'text', type: 'text' },
    (page, id) => {
      living(id)
      return store.list('payment_method', `/v1/customers/${id}/payment_methods`, page, { customer: id })
    },
  )
  wire.get('/payment_methods/:id', {}, (_, id) => store.get('payment_method', id))
  wire.post('/payment_methods/:id/detach', {}, (_, id) => {
    const card = store.get('payment_method', id)
    if (!card.customer) throw new Refusal(400, 'The payment method you provided is not attached to a customer.')
    card.customer = null
    return card
  })

  wire.router.use('/privacy', (req, res, next) => {
    if (req.get('Stripe-Version')?.endsWith('.preview')) return next()
    res.status(404).json({ error: new Refusal(404, 'Unrecognized request URL: this is a preview.').error })
  })
  const objects: Shape = { customers: ['text'], checkout_sessions: ['text'], payment_intents: ['text'] }
  wire.post<{ objects?: records.ToRedact }>(
    '/privacy/redaction_jobs',
    { objects, validation_behavior: 'text' },
    ({ objects = {} }) => {
      for (const id of objects.customers ?? []) store.get('customer', id, 'objects')
      for (const id of objects.checkout_sessions ?? []) store.get('checkout.session', id, 'objects')
      for (const id of objects.payment_intents ?? []) store.get('payment_intent', id, 'objects')
      return store.add(records.redactionJob({ objects }))
    },
  )
  wire.get('/privacy/redaction_jobs/:id', {}, (_, id) => progress(store, store.get('privacy.redaction_job', id)))
  wire.post('/privacy/redaction_jobs/:id/validate', {}, (_, id) => {
    const job = store.get('privacy.redaction_job', id)
    if (job.status === 'failed') job.status = 'validating'
    return job
  })
  wire.post('/privacy/redaction_jobs/:id/run', {}, (_, id) => run(store.get('privacy.redaction_job', id)))

  function living(id: string) {
    const customer = store.get('customer', id)
    if (customer.deleted) throw missing('customer', id)
    return customer
  }
}
