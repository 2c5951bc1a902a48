import { Op } from 'sequelize'
import { keyset } from '../../lib/keyset.ts'
import { Dispute, Order, Refund, StaffAction, type User } from '../../models/index.ts'

const MOST = 100
const PAGE = 50

const { order, behind } = keyset({
  table: 'disputes',
  model: 'Dispute',
  column: 'created_at',
  attribute: 'createdAt',
  direction: 'desc',
})

/** What waits for us: refunds that were asked for, and those that came back. The oldest first. */
export function refundsThatWait() {
  const item = {
    association: 'item',
    attributes: ['title', 'orderId'],
    include: [{ association: 'order', attributes: ['number', 'currency'] }],
  }
  return Refund.findAll({
    where: { state: ['asked', 'failed'] },
    include: item,
    order: ['createdAt', 'id'],
    limit: MOST,
  })
}

const toAnswer = { state: 'open', answeredAt: null } as const

/** How many refunds and disputes wait for us. */
export async function paymentsThatWait() {
  const [refunds, disputes] = await Promise.all([
    Refund.count({ where: { state: ['asked', 'failed'] } }),
    disputesToAnswer(),
  ])
  return { refunds, disputes }
}

export function disputesToAnswer() {
  return Dispute.count({ where: toAnswer })
}

/** An order by what people call it. */
export function orderByNumber(typed: string) {
  return Order.findOne({ where: { number: typed.trim().toUpperCase() }, attributes: ['id'] })
}

/** What has to be answered first, soonest due, and a screenful of all. */
export async function disputesForStaff(after: unknown) {
  const include = { association: 'order', attributes: ['number'] }
  const [due, rows] = await Promise.all([
    Dispute.findAll({
      where: toAnswer,
      include,
      order: ['evidenceDueAt', 'id'],
      limit: MOST,
    }),
    Dispute.findAll({ where: { [Op.and]: [behind(after)] }, include, order, limit: PAGE + 1 }),
  ])
  return { due, disputes: rows.slice(0, PAGE), after: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined }
}

/** Whose purchase it is can read that one of us has looked. */
export async function noteOrderLook(staff: User, { buyerId }: { buyerId: string | null }, now: Date) {
  if (buyerId) await StaffAction.readOnce(staff, buyerId, 'opened an order', 'to look after the payment', now)
}
