import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { kept } from '../privacy/vocabulary.ts'
import { Row } from './row.ts'

/** What a sold line brings its mentor, sent to their account at Stripe. */
export class Payout extends Row<Payout> {
  declare id: CreationOptional<string>
  declare orderItemId: string
  declare sellerId: string | null
  /** Of a line: what was fetched back may be sent again. */
  declare nth: CreationOptional<number>
  declare amountMinor: number
  /** What was fetched back after a refund. */
  declare reversedMinor: CreationOptional<number>
  declare currency: string
  declare stripeTransfer: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare sentAt: CreationOptional<Date | null>
}

table(Payout, 'payouts', {
  title: 'What you were paid',
  section: 'earnings',
  purpose: 'To pay you what your work earned',
  lawfulBasis: 'legal obligation',
  onErasure: 'anonymised',
  retention: { asLongAs: 'orderItemId', because: 'it is a line of the books' },
  exportedAs: 'earnings/payouts.csv',
  editedAt: '/mentor/earnings',
  columns: {
    id: plain(DataTypes.UUID, key),
    orderItemId: plain(DataTypes.UUID),
    sellerId: person('seller'),
    nth: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    amountMinor: plain(DataTypes.INTEGER),
    reversedMinor: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    currency: plain(DataTypes.TEXT),
    stripeTransfer: plain(DataTypes.TEXT),
    createdAt: plain(DataTypes.DATE, today),
    sentAt: personal(DataTypes.DATE, {
      category: 'activity',
      label: 'when',
      onErasure: kept('the books say when money moved'),
    }),
  },
})
