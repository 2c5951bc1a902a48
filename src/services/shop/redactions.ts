import { Op } from 'sequelize'
import { StripeRefused, stripe } from '../../gateways/stripe.ts'
import { eachOf } from '../../lib/each-of.ts'
import { undecided } from '../../models/dispute.ts'
import { Alarm, Dispute, StripeRedaction } from '../../models/index.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** Has Stripe forget the cards of a leaver, at once: what is gone already may be deleted again. @throws StripeFailed */
export async function deleteCustomers(id: string) {
  const redaction = await StripeRedaction.findByPk(id)
  for (const customer of redaction?.objects.customers ?? []) await stripe.deleteCustomer(customer)
}

/** What Stripe has to forget by now and has not. */
export function redactionsDue(now: Date) {
  return StripeRedaction.findAll({ where: { state: ['waiting', 'running'], dueAt: { [Op.lte]: now } } })
}

/**
 * Takes each a step further: begun, made ready, run, done. One that fails keeps none waiting; what Stripe refuses, at once
 * or after a while, rings and begins anew in a week.
 */
export async function followRedactions(now: Date) {
  return eachOf(await redactionsDue(now), (redaction) => follow(redaction, now))
}

async function follow(redaction: StripeRedaction, now: Date) {
  const [standing, problem] = [await further(redaction).catch(ifRefused), `redaction ${redaction.id}`]
  if (standing === 'failed') {
    await redaction.update({ state: 'waiting', dueAt: new Date(now.getTime() + WEEK) })
    await Alarm.ring('task given up', problem)
  }
  if (standing !== 'done') return false
  await redaction.update({ state: 'done', doneAt: now, objects: {} })
  await Alarm.settle('task given up', problem, now)
  return true
}

async function further(redaction: StripeRedaction) {
  const { id, objects, dueAt, state } = redaction
  if (state === 'waiting') {
    if (await isDisputed(objects.payment_intents ?? [])) return undefined
    const job = await stripe.redact(objects, `redact:${id}:${dueAt.getTime()}`)
    await redaction.update({ job, state: 'running' })
  }
  const standing = await stripe.redactionOf(redaction.job!)
  if (standing === 'ready') await stripe.runRedaction(redaction.job!)
  return standing
}

function ifRefused(error: unknown) {
  if (error instanceof StripeRefused) return 'failed'
  throw error
}

/** Stripe keeps what a bank asks back. */
async function isDisputed(payments: string[]) {
  const order = { association: 'order', where: { stripePayment: payments }, attributes: [] }
  return (await Dispute.count({ where: { state: undecided }, include: order })) > 0
}
