import { sequelize } from '../../../db/sequelize.ts'
import { type Evidence, StripeRefused, stripe } from '../../../gateways/stripe.ts'
import { enqueue } from '../../../jobs/enqueue.ts'
import { sql } from '../../../lib/sql.ts'
import { timeInWords } from '../../../lib/times.ts'
import { Alarm, Dispute, LessonProgress, Order, type OrderItem, StaffAction, User } from '../../../models/index.ts'
import { disclose, pick, sentence } from '../../privacy/disclosure-service.ts'
import { sessionRefundInWords } from '../in-words.ts'
import { courseRefundInWords } from '../refund-policy.ts'
import { syncDispute } from './sync.ts'

/** A field of what is handed over, as Stripe calls it, as we do, and what stands in it. */
export type Field = { name: keyof Evidence; label: string; value: string }

type Known = { order: Order; buyer: User | null; watched: LessonProgress | null }

/** What of somebody goes in: each value as the gate hands it over, or would. */
type Told = {
  things: Pick<OrderItem, 'title' | 'deliveredAt'>[]
} & Partial<Pick<User, 'name' | 'email'> & Pick<LessonProgress, 'beatAt'>>

/**
 * All that would be handed over, and nothing else: what was bought, when, that it was given and watched, by whom, and the
 * rules that were agreed to. No address, nothing from messages, no numbers of a browser.
 */
export async function evidenceOf({ orderId }: Dispute): Promise<Field[]> {
  const found = await known(orderId)
  return fieldsFrom(found.order, told(picksFrom(found).map(({ values }) => values)))
}

/** Lets the queue hand the evidence over. False where it has been, or the dispute is over. The buyer can read that it was. */
export function answerDispute(
  { id, buyerId }: Dispute,
  { staff, reason, now }: { staff: User; reason: string; now: Date },
) {
  return sequelize.transaction(async () => {
    const answer = { answeredBy: staff.id, answeredAt: now }
    const [count] = await Dispute.update(answer, { where: { id, state: 'open', answeredAt: null } })
    if (count === 0) return false
    const action = 'handed evidence to Stripe'
    await StaffAction.create({ staffId: staff.id, aboutId: buyerId, action, reason, createdAt: now })
    await enqueue('answer-dispute', { dispute: id }, { key: `dispute:${id}` })
    return true
  })
}

/**
 * Hands it over, once, through the gate, which records it before anything leaves. What Stripe does not take rings, and may
 * be tried again by staff. @throws StripeFailed
 */
export async function sendEvidence(id: string, now: Date) {
  const dispute = await Dispute.findByPk(id)
  if (!dispute) return
  const { stripeDispute } = dispute
  await syncDispute(stripeDispute, now)
  await dispute.reload()
  if (dispute.state !== 'open' || !dispute.answeredAt) return

  const found = await known(dispute.orderId)
  const purpose = 'to answer a bank that asks a payment back'
  const handed = await disclose('stripe', purpose, dispute.buyerId, ...picksFrom(found))
  const fields = fieldsFrom(found.order, told(handed)).map(({ name, value }) => [name, sentence('stripe', value)])
  const tried = dispute.answeredAt.toISOString()
  await stripe.answerDispute(stripeDispute, Object.fromEntries(fields), tried).catch((error) => refused(dispute, error))
  await syncDispute(stripeDispute, now)
}

async function refused(dispute: Dispute, error: unknown) {
  if (!(error instanceof StripeRefused)) throw error
  await dispute.update({ answeredBy: null, answeredAt: null })
  await Alarm.ring('dispute due', dispute.id)
}

async function known(orderId: string): Promise<Known> {
  const order = await Order.findByPk(orderId, { include: ['items'], rejectOnEmpty: true })
  const buyer = order.buyerId ? await User.findByPk(order.buyerId) : null
  return { order, buyer, watched: await firstWatched(order) }
}

async function firstWatched({ buyerId, items }: Order) {
  const courses = items!.flatMap(({ courseId }) => courseId ?? [])
  const { rows } = await sql<{ id: string }>(
    `select p.id from lesson_progress p join lessons l on l.id = p.lesson_id
     where p.learner_id = $buyerId and l.course_id = any($courses::uuid[]) order by p.id limit 1`,
    { buyerId, courses },
  )
  return rows[0] ? LessonProgress.findByPk(rows[0].id) : null
}

function picksFrom({ order, buyer, watched }: Known) {
  return [
    ...order.items!.map((item) => pick(item, 'title', 'deliveredAt')),
    ...(buyer ? [pick(buyer, 'name', 'email')] : []),
    ...(watched ? [pick(watched, 'beatAt')] : []),
  ]
}

function told(values: object[]): Told {
  const things = values.filter((one): one is Told['things'][number] => 'title' in one)
  return Object.assign({ things }, ...values.filter((one) => !('title' in one)))
}

/** Of the order only what says nothing about anyone; all else as it was told. */
function fieldsFrom({ number, paidAt, termsVersion, items }: Order, told: Told): Field[] {
  const { things, name = '', email = '', beatAt } = told
  const day = (instant: Date) => timeInWords(instant, 'UTC', 'day')
  const given = things.filter(({ deliveredAt }) => deliveredAt)
  const access = [
    ...given.map(({ title, deliveredAt }) => `${title}: given on ${day(deliveredAt!)}.`),
    beatAt && `A lesson was watched on ${day(beatAt)}.`,
  ]
  const has = (kind: OrderItem['kind']) => items!.some((item) => item.kind === kind)
  const policy = [
    has('course') && `Courses: ${courseRefundInWords}.`,
    has('session') && `Sessions: ${sessionRefundInWords}`,
  ]
  const agreed = termsVersion && `Agreed to at the checkout, in the terms of ${termsVersion}.`
  const all: Field[] = [
    { name: 'product_description', label: 'What was bought', value: things.map(({ title }) => title).join('; ') },
    { name: 'service_date', label: 'When it was bought', value: day(paidAt!) },
    { name: 'access_activity_log', label: 'That it was given', value: access.filter(Boolean).join(' ') },
    { name: 'refund_policy_disclosure', label: 'The rules', value: [...policy, agreed].filter(Boolean).join(' ') },
    { name: 'customer_name', label: 'Name', value: name },
    { name: 'customer_email_address', label: 'Email', value: email },
    { name: 'uncategorized_text', label: 'Order', value: `Order ${number}` },
  ]
  return all.filter(({ value }) => value !== '')
}
