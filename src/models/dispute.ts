import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept } from '../privacy/vocabulary.ts'
import type { Order } from './order.ts'
import { Row } from './row.ts'

/** Of a dispute that the bank still has to decide. */
export const undecided: Dispute['state'][] = ['open', 'answered']

/** A payment that the buyer's bank asks back. Kept for three years after it was resolved (P30). */
export class Dispute extends Row<Dispute> {
  declare id: CreationOptional<string>
  declare orderId: string
  declare buyerId: string | null
  declare stripeDispute: string
  /** In Stripe's word. */
  declare reason: string
  declare amountMinor: number
  declare currency: string
  declare state: CreationOptional<'open' | 'answered' | 'won' | 'lost' | 'closed'>
  declare evidenceDueAt: CreationOptional<Date | null>
  declare answeredBy: CreationOptional<string | null>
  declare answeredAt: CreationOptional<Date | null>
  declare resolvedAt: CreationOptional<Date | null>
  declare createdAt: CreationOptional<Date>
  declare order?: NonAttribute<Order>

  /** Until the bank has decided nothing of the payment is given back here. */
  get isUndecided(): NonAttribute<boolean> {
    return undecided.includes(this.state)
  }
}

table(Dispute, 'disputes', {
  title: 'Payments that were disputed',
  section: 'purchases',
  purpose: 'To answer a bank that asks a payment back',
  lawfulBasis: 'legitimate interest',
  onErasure: 'anonymised',
  retention: { keep: '3 years', from: 'resolvedAt', because: 'claims out of it lapse then' },
  exportedAs: 'purchases/disputes.csv',
  editedAt: '/purchases',
  columns: {
    id: plain(DataTypes.UUID, key),
    orderId: plain(DataTypes.UUID),
    buyerId: person('buyer'),
    stripeDispute: plain(DataTypes.TEXT),
    reason: personal(DataTypes.TEXT, {
      category: 'activity',
      label: 'reason that the bank gave',
      seenBy: ['staff'],
      onErasure: kept('a word of a list; it names nobody'),
    }),
    amountMinor: plain(DataTypes.INTEGER),
    currency: plain(DataTypes.TEXT),
    state: plain(DataTypes.TEXT, { defaultValue: 'open' }),
    evidenceDueAt: plain(DataTypes.DATE),
    answeredBy: duty(),
    answeredAt: plain(DataTypes.DATE),
    resolvedAt: plain(DataTypes.DATE),
    createdAt: plain(DataTypes.DATE, today),
  },
})
