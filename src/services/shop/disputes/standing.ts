import { Op } from 'sequelize'
import { undecided } from '../../../models/dispute.ts'
import { Alarm, Dispute } from '../../../models/index.ts'

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000

/** A dispute for which the refunds of an order wait, as long as it is open. */
export function disputeOf(orderId: string) {
  return Dispute.findOne({ where: { orderId, state: undecided } })
}

/** Whether there is one, in a statement, for what it calls the id of the order. */
export function isDisputed(order: string) {
  const states = undecided.map((state) => `'${state}'`)
  return `exists (select from disputes where order_id = ${order} and state in (${states}))`
}

/** Rings for each that nobody has answered two days before its evidence is due. */
export async function ringForDisputes(now: Date) {
  const due = { state: 'open', answeredAt: null, evidenceDueAt: { [Op.lt]: new Date(now.getTime() + TWO_DAYS) } }
  for (const { id } of await Dispute.findAll({ where: due, attributes: ['id'] })) await Alarm.ring('dispute due', id)
}
