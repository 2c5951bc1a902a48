import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { duty, key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared } from '../privacy/vocabulary.ts'
import type { OrderItem } from './order-item.ts'
import { Row } from './row.ts'

export type RefundReason =
  | 'changed mind'
  | 'cancelled'
  | 'declined'
  | 'expired'
  | 'mentor missing'
  | 'time gone'
  | 'bought twice'
  | 'outside policy'
  | 'stripe'
  | 'account deleted'

/** Money that goes back for a line, all of it or a part, with its share of the tax. One at a time for each line. */
export class Refund extends Row<Refund> {
  declare id: CreationOptional<string>
  declare orderItemId: string
  declare buyerId: string | null
  declare amountMinor: number
  declare taxMinor: number
  /** Asked for and to be decided by staff, on its way, with the buyer, come back to us, or refused. */
  declare state: 'asked' | 'pending' | 'succeeded' | 'failed' | 'refused'
  declare reason: RefundReason
  /** What the buyer said. */
  declare words: CreationOptional<string | null>
  declare stripeRefund: CreationOptional<string | null>
  /** How often it came back, and is sent anew. */
  declare attempt: CreationOptional<number>
  declare ticketId: CreationOptional<string | null>
  declare decidedBy: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare settledAt: CreationOptional<Date | null>
  declare item?: NonAttribute<OrderItem>
}

table(Refund, 'refunds', {
  title: 'Refunds',
  section: 'purchases',
  purpose: 'To give money back, and to keep the books right',
  lawfulBasis: 'legal obligation',
  onErasure: 'anonymised',
  retention: { asLongAs: 'orderItemId', because: 'it is a line of the books' },
  exportedAs: 'purchases/refunds.csv',
  editedAt: '/purchases',
  columns: {
    id: plain(DataTypes.UUID, key),
    orderItemId: plain(DataTypes.UUID),
    buyerId: person('buyer'),
    amountMinor: plain(DataTypes.INTEGER),
    taxMinor: plain(DataTypes.INTEGER),
    state: plain(DataTypes.TEXT),
    reason: plain(DataTypes.TEXT),
    words: personal(DataTypes.TEXT, { category: 'correspondence', seenBy: ['staff'], onErasure: cleared }),
    stripeRefund: plain(DataTypes.TEXT),
    attempt: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    ticketId: plain(DataTypes.UUID),
    decidedBy: duty(),
    createdAt: plain(DataTypes.DATE, today),
    settledAt: plain(DataTypes.DATE),
  },
})
