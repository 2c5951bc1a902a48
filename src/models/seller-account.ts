import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** What Stripe calls the account into which a mentor is paid. All else of it is at Stripe, where they gave it. */
export class SellerAccount extends Row<SellerAccount> {
  declare id: CreationOptional<string>
  declare sellerId: string
  declare account: string
  /** Stripe has all it needs to pay out. */
  declare ready: CreationOptional<boolean>
  declare createdAt: CreationOptional<Date>
}

table(SellerAccount, 'seller_accounts', {
  title: 'Where you are paid',
  section: 'earnings',
  purpose: 'To pay you what your work earned',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'sellerId' },
  exportedAs: 'earnings/account.json',
  editedAt: '/mentor/earnings',
  columns: {
    id: plain(DataTypes.UUID, key),
    sellerId: person('seller'),
    account: personal(DataTypes.TEXT, { category: 'technical', label: "Stripe's number of your account" }),
    ready: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'since' }, today),
  },
})
