import { Refusal } from './refusal.ts'
import type { Store, Thing } from './store.ts'

const NINETY_DAYS = 90 * 24 * 60 * 60
const BLACK = '[redacted]'

type Job = Thing<'privacy.redaction_job'>

/** A job takes a step whenever somebody asks for it. */
export function progress(store: Store, job: Job) {
  if (job.status === 'validating') job.status = isPossible(store, job) ? 'ready' : 'failed'
  else if (job.status === 'redacting') {
    blacken(store, job)
    job.status = 'succeeded'
  }
  return job
}

/** @throws Refusal unless it was validated */
export function run(job: Job) {
  if (job.status !== 'ready') throw new Refusal(400, `Only jobs that are ready can be run. This one is ${job.status}.`)
  job.status = 'redacting'
  return job
}

/** Payments stay for 90 days, and as long as a bank asks for them. */
function isPossible(store: Store, { objects }: Job) {
  const payments = (objects.payment_intents ?? []).map((id) => store.get('payment_intent', id))
  const sessions = (objects.checkout_sessions ?? []).map((id) => store.get('checkout.session', id))
  const isOld = [...payments, ...sessions].every(({ created }) => created <= store.seconds - NINETY_DAYS)
  const disputed = payments.some(({ id }) =>
    store.all('dispute', { payment_intent: id }).some(({ status }) => status !== 'won' && status !== 'lost'),
  )
  return isOld && !disputed
}

/** All that hangs on them too: the charges, and what was told of any of it. */
function blacken(store: Store, { objects }: Job) {
  const gone = new Set(Object.values(objects).flat())
  for (const intent of gone) {
    for (const charge of store.all('charge', { payment_intent: intent })) {
      gone.add(charge.id)
      charge.billing_details.email = BLACK
      charge.metadata = {}
    }
  }
  for (const id of objects.customers ?? []) store.get('customer', id).email = BLACK
  for (const id of objects.payment_intents ?? []) store.get('payment_intent', id).metadata = {}
  for (const id of objects.checkout_sessions ?? []) {
    const session = store.get('checkout.session', id)
    Object.assign(session, { customer_email: BLACK, customer_details: { email: BLACK }, metadata: {}, _lines: [] })
  }
  for (const [key, { body }] of store.replies) {
    if ([...gone].some((id) => body.includes(id))) store.replies.delete(key)
  }
  for (const event of store.all('event')) {
    const { id } = event.data.object as { id: string }
    if (gone.has(id)) event.data.object = { id }
  }
}
