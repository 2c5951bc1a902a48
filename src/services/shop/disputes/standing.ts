import { Dispute } from '../../../models/index.ts'

/** A dispute for which an order's access is frozen and its refunds wait: as long as it is open, and for good once it is lost. */
export function disputeOf(orderId: string) {
  return Dispute.findOne({ where: { orderId, state: ['open', 'answered', 'lost'] }, order: [['createdAt', 'desc']] })
}
